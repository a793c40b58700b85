import { DAY, HOUR } from '../../../libs/kernel/index.js';
import type { Given } from '../table.js';
import { child, OTHER_OFFICE, PROPOSER, type Registry, SAME_OFFICE } from './registry.js';
import type { World } from './world.js';

export const GUARDIAN = 'li-na';
export const OTHER_GUARDIAN = 'chen-wei';
/** A registrar with private dealings with the guardian. */
export const TIED = 'liu-yang';
/** Thirteen, with an account of his own. */
export const DEPENDENT = 'chen-xiaoyang';

type Step = 'suspension' | 'reinstatement' | 'end' | 'other guardian' | `${number} days pass`;

/** A child who turns `age` in so many days, and what happens after the confirmation. */
interface History {
  readonly turns: number;
  readonly in: number;
  readonly after?: readonly Step[];
  readonly review?: number;
}

const HISTORIES: Readonly<Record<string, History>> = {
  'live at 6': { turns: 7, in: 100 },
  'suspended at 6': { turns: 7, in: 100, after: ['suspension'] },
  'reinstated at 6': { turns: 7, in: 100, after: ['suspension', 'reinstatement'] },
  'ended at 6': { turns: 7, in: 100, after: ['end'] },
  'live at 13, too': { turns: 14, in: 100, after: ['other guardian', '4 days pass'] },
  'told at 15': { turns: 16, in: 100 },
  'live at 15': { turns: 16, in: 100, after: ['4 days pass'] },
  'turned 14': { turns: 14, in: 3, after: ['4 days pass'] },
  'suspended, turned 14': { turns: 14, in: 3, after: ['suspension', '4 days pass'] },
  'turned 18': { turns: 18, in: 6, after: ['7 days pass'] },
  'ended, turned 18': { turns: 18, in: 6, after: ['end', '7 days pass'] },
  'review missed': { turns: 7, in: 100, after: ['3 days pass'], review: 2 * DAY },
};

const PARTIES = {
  guardian: GUARDIAN,
  'other guardian': OTHER_GUARDIAN,
  proposer: PROPOSER,
  'same office': SAME_OFFICE,
  'other office': OTHER_OFFICE,
  tied: TIED,
  stranger: 'stranger',
};

/** Arranges guardianships, each of another child. */
export class Guardianships {
  constructor(
    private readonly world: () => World,
    private readonly registry: Registry,
  ) {}

  async in(state: string): Promise<Given> {
    if (state === 'live at 13') return { id: await this.registry.confirm(GUARDIAN, await this.dependent()), parties: { ...PARTIES, dependent: DEPENDENT } };
    const history = HISTORIES[state];
    if (history === undefined) throw new Error(`no guardianship is ${state}`);
    const person = child(this.registry.birthDate(history.turns, history.in));
    const id = await this.registry.confirm(GUARDIAN, person, history.review);
    for (const step of history.after ?? []) await this.take(step, id, person);
    return { id, parties: PARTIES };
  }

  private async take(step: Step, id: string, person: object): Promise<void> {
    if (step === 'other guardian') await this.registry.confirm(OTHER_GUARDIAN, person);
    else if (step === 'suspension' || step === 'reinstatement' || step === 'end') await this.registry.act(step, id);
    else this.world().wait(Number.parseInt(step) * DAY + HOUR);
  }

  private async dependent(): Promise<object> {
    const { identity } = await this.world().member(DEPENDENT);
    if (identity === null) throw new Error('unverified');
    const { name, birthDate, document } = identity;
    return { name, birthDate, document };
  }
}

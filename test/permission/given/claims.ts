import { HOUR } from '../../../libs/kernel/index.js';
import type { Given } from '../table.js';
import { child, OTHER_OFFICE, PROPOSER, type Registry, SAME_OFFICE } from './registry.js';
import { tie } from './staff.js';
import type { World } from './world.js';

export const CLAIMANT = 'aygul';
/** Registrars of the other office and of a third, whom the proposer appointed. */
export const APPOINTEE = 'ouyang-xue';
const OTHER_APPOINTEE = CLAIMANT;
/** Registrars of the other office who are citizens: one with a tie to the claimant, one who gets it while they hold the paper. */
export const TIED = 'liu-yang';
export const TIED_LATER = APPOINTEE;

/** A child whom the ledger knows. */
export const KNOWN = 'chen-xiaoyu';

type Step = 'held' | 'proposed' | 'proposed by an appointee' | 'held elsewhere' | 'countersigned' | 'closed' | 'an hour passes' | 'held by one who is then tied';

const HISTORIES: Readonly<Record<string, readonly Step[]>> = {
  received: [],
  held: ['held'],
  'held, an adult': ['held'],
  'held, then a tie': ['held by one who is then tied'],
  'deal over': ['held', 'an hour passes'],
  proposed: ['proposed'],
  'proposed, held': ['proposed', 'held elsewhere'],
  'mismatch, held': ['proposed', 'held elsewhere'],
  'oneself, held': ['proposed', 'held elsewhere'],
  'of an appointee': ['proposed by an appointee'],
  countersigned: ['proposed', 'held elsewhere', 'countersigned'],
  closed: ['held', 'closed'],
};

const OTHER_CLAIMANTS: Readonly<Record<string, string>> = { 'held, then a tie': 'nguyen-an', 'of an appointee': 'stranger' };

const PARTIES = {
  claimant: CLAIMANT,
  proposer: PROPOSER,
  'same office': SAME_OFFICE,
  'other office': OTHER_OFFICE,
  tied: TIED,
  'tied since': TIED_LATER,
  appointee: APPOINTEE,
  stranger: 'stranger',
};

/** Arranges claims, each of another child; nothing else waits beside them. */
export class Claims {
  constructor(
    private readonly world: () => World,
    private readonly registry: Registry,
  ) {}

  async in(state: string): Promise<Given> {
    await this.registry.clear();
    if (state === 'nothing waits') return { id: '', parties: PARTIES };
    const history = HISTORIES[state];
    if (history === undefined) throw new Error(`no claim is ${state}`);
    const claimant = OTHER_CLAIMANTS[state] ?? CLAIMANT;
    const id = await this.registry.claim(claimant, await this.about(state));
    for (const step of history) await this.take(step, id, claimant);
    return { id, parties: PARTIES };
  }

  /** Whom a claim may name. */
  async about(state: string): Promise<object> {
    if (state === 'held, an adult') return child(this.registry.birthDate(30, 100));
    const { name, birthDate, document } = await this.identity(KNOWN);
    if (state === 'of-somebody') return { name, birthDate, document };
    if (state === 'mismatch, held' || state === 'of-another-name') return { name: { ...name, given: '别人' }, birthDate, document };
    if (state === 'oneself, held' || state === 'of-oneself') return { ...(await this.identity(CLAIMANT)), ground: 'court-appointed' };
    return child(this.registry.birthDate(7, 100));
  }

  private async take(step: Step, id: string, claimant: string): Promise<void> {
    switch (step) {
      case 'held':
        return this.registry.hold(PROPOSER, id);
      case 'proposed':
        return this.registry.propose(PROPOSER, id);
      case 'proposed by an appointee':
        return this.registry.propose(OTHER_APPOINTEE, id);
      case 'held elsewhere':
        return this.registry.hold(OTHER_OFFICE, id);
      case 'countersigned':
        await this.world().does(OTHER_OFFICE, 'al3', `/v1/registry/claims/${id}/countersignature`);
        return this.world().settled();
      case 'closed':
        return this.registry.close(PROPOSER, id);
      case 'held by one who is then tied':
        await this.registry.hold(TIED_LATER, id);
        return tie(this.world(), TIED_LATER, claimant);
      case 'an hour passes':
        return this.world().wait(HOUR);
    }
  }

  private async identity(name: string) {
    const { identity } = await this.world().member(name);
    if (identity === null) throw new Error(`${name} is unverified`);
    const { name: called, birthDate, document } = identity;
    return { name: called, birthDate, document };
  }
}

import { HOUR, MINUTE } from '../../../libs/kernel/index.js';
import type { Given } from '../table.js';
import { textIn, type World } from './world.js';

/** People who may ask: nobody may hold more than ten consents, so they take turns. */
export const VIEWERS = [
  'li-na',
  'chen-wei',
  'sun-yue',
  'liu-yang',
  'ouyang-xue',
  'aygul',
  'chan-tai-man',
  'maria-garcia',
  'olena-shevchenko',
  'yusuf-haddad',
  'nguyen-an',
] as const;
export const SUBJECT = 'wang-fang';

type Step = 'ask' | 'open' | 'grant' | 'decline' | 'revoke' | 'relinquish' | 'an hour passes';

/** What has happened to a consent in each state. Windows and codes end within the hour. */
const HISTORIES: Readonly<Record<string, readonly Step[]>> = {
  requested: ['ask'],
  'code over': ['ask', 'an hour passes'],
  opened: ['ask', 'open'],
  declined: ['ask', 'open', 'decline'],
  live: ['ask', 'open', 'grant'],
  revoked: ['ask', 'open', 'grant', 'revoke'],
  relinquished: ['ask', 'open', 'grant', 'relinquish'],
  expired: ['ask', 'open', 'grant', 'an hour passes'],
  'revoked, expired': ['ask', 'open', 'grant', 'revoke', 'an hour passes'],
};

/** A consent as it was asked for. */
export interface Asked extends Given {
  readonly code: string;
  readonly until: string;
}

/** Whom it is between, and for how many milliseconds it is asked for. */
export interface Between {
  readonly viewer?: string;
  readonly subject?: string;
  readonly lasting?: number;
}

/** Arranges consents between the next viewer and the subject. */
export class Consents {
  private turn = 0;

  constructor(private readonly world: () => World) {}

  /** `state` is a history above; `results` after it: of this scope, otherwise `status`. */
  async in(state: string, { lasting = HOUR, ...between }: Between = {}): Promise<Asked> {
    const [, name = '', scope = 'status'] = /^(.*?)(?:, (results))?$/.exec(state) ?? [];
    const history = HISTORIES[name];
    if (history === undefined) throw new Error(`no consent is ${state}`);
    const parties = { viewer: this.nextViewer(), subject: SUBJECT, stranger: 'stranger', ...between };
    const asked = await this.ask(parties, scope, lasting);
    for (const step of history.slice(1)) await this.take(step, asked, scope);
    await this.world().settled();
    return asked;
  }

  private nextViewer(): string {
    this.turn += 1;
    return VIEWERS[this.turn % VIEWERS.length] ?? VIEWERS[0];
  }

  private async ask(parties: { readonly viewer: string; readonly subject: string; readonly stranger: string }, scope: string, lasting: number): Promise<Asked> {
    const until = this.world().in(lasting);
    const made = await this.world().does(parties.viewer, 'al2', '/v1/consent-requests', { scope, purpose: 'FAMRQT', until, label: 'Mum' });
    return { id: textIn(made, 'consent'), code: textIn(made, 'code'), until, parties };
  }

  private async take(step: Step, { id, code, until, parties: { viewer = '', subject = '' } }: Asked, scope: string): Promise<unknown> {
    const act = (name: string, path: string, body: object = {}) => this.world().does(name, 'al2', path, body);
    switch (step) {
      case 'ask':
        return undefined;
      case 'open':
        return act(subject, '/v1/consent-codes/openings', { code });
      case 'grant':
        return act(subject, `/v1/consents/${id}/grant`, { scope, purpose: 'FAMRQT', until });
      case 'decline':
        return act(subject, `/v1/consents/${id}/decline`);
      case 'revoke':
        return act(subject, `/v1/consents/${id}/revocation`);
      case 'relinquish':
        return act(viewer, `/v1/consents/${id}/relinquishment`);
      case 'an hour passes':
        return this.world().wait(HOUR + MINUTE);
    }
  }
}

import { formatInstant, HOUR, plus } from '../../../libs/kernel/index.js';
import { enrol } from '../../kit/enrol.js';
import { eventually } from '../../kit/eventually.js';
import type { Instance, Person } from '../../kit/instance.js';
import type { Act } from './naive-model.js';

/** Adults of the story, by the names of the cast; the first is the child's guardian. */
export const ADULTS = ['li-na', 'chen-wei', 'wang-fang'] as const;
export const CHILD = 'chen-xiaoyu';

const EVIDENCE = { type: 'birth-certificate', authority: 'hospital', number: 'B1', sha256: '0'.repeat(64) };
const DAYS_300 = 300 * 24 * HOUR;

/** The people of an instance, and what they ask of it over HTTP. */
export class Players {
  /** Consents in the order they were asked for. */
  readonly consents: { readonly id: string; readonly code: string; readonly terms: { readonly until: string; readonly purpose: string } }[] = [];
  private readonly people = new Map<string, Person>();

  private constructor(
    private readonly instance: Instance,
    readonly guardianship: string,
    private readonly registrar: Person,
  ) {}

  /** Enrols the adults and confirms the first as the child's guardian. */
  static async enrol(instance: Instance): Promise<Players> {
    const people = new Map<string, Person>();
    for (const name of ADULTS) people.set(name, await instance.as(name));
    await enrol(...[...people.values()].map(({ client }) => client));
    const [guardian, north, south] = [await instance.preparing(ADULTS[0]), await instance.preparing('registrar-he'), await instance.preparing('registrar-lin')];
    const guardianship = await confirm(instance, guardian, [north, south]);
    const players = new Players(instance, guardianship, await instance.as('registrar-he'));
    for (const [name, person] of people) players.people.set(name, person);
    return players;
  }

  /** Does it; the status of the answer, 0 for waiting. */
  async play(act: Act): Promise<number> {
    if ('consent' in act) return this.onConsent(act);
    switch (act.do) {
      case 'wait':
        this.instance.clock.advance(act.minutes * 60_000);
        return 0;
      case 'ask':
        return this.ask(act);
      case 'suspend':
        return (await this.registrar.post(`/v1/registry/guardianships/${this.guardianship}/suspension`, { reason: 'checked' })).status;
      case 'reinstate':
        return (await this.registrar.post(`/v1/registry/guardianships/${this.guardianship}/reinstatement`, { reason: 'checked' })).status;
      case 'view-child':
        return (await this.as(act.by).post(`/v1/bases/${this.guardianship}/views`, { scope: act.scope, purpose: act.purpose })).status;
    }
  }

  as(name: string): Person {
    const person = this.people.get(name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person;
  }

  private async ask({ by, scope, purpose, minutes }: Extract<Act, { do: 'ask' }>): Promise<number> {
    const until = formatInstant(plus(this.instance.clock.now(), minutes * 60_000));
    const { status, body } = await this.as(by).post('/v1/consent-requests', { scope, purpose, until, label: 'somebody' });
    this.consents.push({ id: String(body['consent']), code: String(body['code']), terms: { until, purpose } });
    return status;
  }

  private async onConsent(act: Extract<Act, { consent: number }>): Promise<number> {
    const consent = this.consents[act.consent];
    if (consent === undefined) return 404;
    const person = this.as(act.by);
    switch (act.do) {
      case 'open':
        return (await person.post('/v1/consent-codes/openings', { code: consent.code })).status;
      case 'grant':
        return (await person.post(`/v1/consents/${consent.id}/grant`, { scope: act.scope, ...consent.terms })).status;
      case 'view':
        return (await person.post(`/v1/bases/${consent.id}/views`, { scope: act.scope, purpose: act.purpose })).status;
      case 'decline':
        return (await person.post(`/v1/consents/${consent.id}/decline`)).status;
      case 'revoke':
        return (await person.post(`/v1/consents/${consent.id}/revocation`)).status;
      case 'relinquish':
        return (await person.post(`/v1/consents/${consent.id}/relinquishment`)).status;
    }
  }
}

async function confirm(instance: Instance, guardian: Person, [north, south]: readonly [Person, Person]): Promise<string> {
  const child = instance.member(CHILD).identity;
  if (child === null) throw new Error('the story lacks its people');
  const { name, birthDate, document } = child;
  const { body } = await guardian.post('/v1/guardianships', { name, birthDate, document, ground: 'parent-of-minor', evidence: EVIDENCE });
  const claim = String(body['claim']);
  const reviewAt = formatInstant(plus(instance.clock.now(), DAYS_300));
  await dealt(north);
  await north.post(`/v1/registry/claims/${claim}/proposal`, { scope: 'results', reviewAt });
  await dealt(south);
  await south.post(`/v1/registry/claims/${claim}/countersignature`);
  return eventually(async () => /"basis":"(g_[^"]+)"/.exec((await guardian.get('/v1/me/guardianships')).text)?.[1] ?? '', (basis) => basis !== '');
}

const dealt = (registrar: Person) => eventually(() => registrar.post('/v1/registry/claims/next'), ({ body }) => body['paper'] !== null);

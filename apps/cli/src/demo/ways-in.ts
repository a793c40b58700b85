import { randomBytes } from 'node:crypto';
import { planSeed } from '../feed/seed-plan.js';
import type { ByHand, PlainAnswer } from './by-hand.js';
import { MOTHER } from './people.js';
import type { Props } from './scene.js';
import { StoryBroken } from './story.js';

/** A way in that a stranger tries, with what is real and with what is random of the same form. */
export interface WayIn {
  readonly name: string;
  readonly real: (client: ByHand) => Promise<PlainAnswer>;
  readonly random: (client: ByHand) => Promise<PlainAnswer>;
}

const VIEW = { scope: 'results', purpose: 'FAMRQT' };
const EVIDENCE = { type: 'court-order', authority: 'nobody', number: 'X1', sha256: '0'.repeat(64) };
const hex = (): string => randomBytes(16).toString('hex');

/** Every route that takes a name, a number, an id or a code: what a stranger could learn something by. */
export const waysIn = (props: Props, feed: readonly string[]): readonly WayIn[] => [...byIdentity(feed), ...byId(props), ...asStaff(props)];

/** With her name, number and birth date, of which a random passport number makes those of nobody. */
function byIdentity(feed: readonly string[]): readonly WayIn[] {
  const person = planSeed(feed).holders.find(({ person: { name } }) => name.family === MOTHER.family)?.person;
  if (person === undefined) throw new StoryBroken('the mother', 'is not in the feed');
  const nobody = { ...person, document: { ...person.document, number: `T${hex().slice(0, 11).toUpperCase()}` } };
  const both = (name: string, path: string, more: object = {}): WayIn => ({
    name,
    real: (client) => client.post(path, { ...person, ...more }),
    random: (client) => client.post(path, { ...nobody, ...more }),
  });
  return [
    both('claims to be her guardian', '/v1/guardianships', { ground: 'court-appointed', evidence: EVIDENCE }),
    both('enrols her at a counter', '/v1/registry/enrolments'),
    both('links an account to her', '/v1/registry/account-links', { issuer: 'https://issuer.invalid', subject: 'me' }),
  ];
}

/** With real ids and a real code that somebody leaked. */
function byId({ consent, code, guardianship, mother }: Props): readonly WayIn[] {
  const consents = [consent, `c_${hex()}`] as const;
  const ofConsent = (act: string, body: object = {}): WayIn => posts(act, (id) => `/v1/consents/${id}/${act}`, consents, body);
  return [
    posts('views on her consent', (id) => `/v1/bases/${id}/views`, consents, VIEW),
    posts('views on a guardianship', (id) => `/v1/bases/${id}/views`, [guardianship, `g_${hex()}-1`], VIEW),
    ofConsent('grant', { ...VIEW, until: '2099-01-01T00:00:00Z' }),
    ...['decline', 'revocation', 'relinquishment'].map((act) => ofConsent(act)),
    {
      name: 'opens her code',
      real: (client) => client.post('/v1/consent-codes/openings', { code }),
      random: (client) => client.post('/v1/consent-codes/openings', { code: randomBytes(32).toString('base64url') }),
    },
    gets('asks as an auditor', (id) => `/v1/audit/subjects/${id}/access`, [mother, hex()]),
    gets('asks as an auditor about a basis', (id) => `/v1/audit/bases/${id}`, consents),
    gets('guesses a path', (id) => `/v1/citizens/${id}`, [mother, hex()]),
  ];
}

/** On the routes of registrars and clinics. */
function asStaff({ claim, guardianship, sample }: Props): readonly WayIn[] {
  const on = (what: string, acts: readonly string[], path: string, pair: readonly [string, string]): readonly WayIn[] =>
    acts.map((act) => posts(`${act} of ${what}`, (id) => `${path}/${id}/${act}`, pair, {}));
  return [
    ...on('a claim', ['proposal', 'countersignature', 'closing'], '/v1/registry/claims', [claim, hex()]),
    ...on('a guardianship', ['suspension', 'reinstatement', 'end'], '/v1/registry/guardianships', [guardianship, `g_${hex()}-1`]),
    ...on('a result', ['correction', 'withdrawal'], '/v1/results', [sample, hex()]),
    ...on('a sample', ['release'], '/v1/registry/samples', [sample, hex()]),
  ];
}

const posts = (name: string, path: (id: string) => string, [real, random]: readonly [string, string], body: object): WayIn => ({
  name,
  real: (client) => client.post(path(real), body),
  random: (client) => client.post(path(random), body),
});

const gets = (name: string, path: (id: string) => string, [real, random]: readonly [string, string]): WayIn => ({
  name,
  real: (client) => client.get(path(real)),
  random: (client) => client.get(path(random)),
});

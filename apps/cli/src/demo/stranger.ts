import { randomBytes } from 'node:crypto';
import { planSeed } from '../feed/seed-plan.js';
import type { Answer, HttpClient } from '../http-client.js';
import { MOTHER } from './people.js';
import type { Props, Stage } from './scene.js';
import { StoryBroken } from './story.js';

/** A way in that a stranger tries, with what is real and with what is random of the same form. */
interface Try {
  readonly way: string;
  readonly real: (client: HttpClient) => Promise<Answer>;
  readonly random: (client: HttpClient) => Promise<Answer>;
}

const hex = (): string => randomBytes(16).toString('hex');

/** A stranger who knows the mother's name and number, and even the ids, tries every route: each answer equals the one for a random valid identity. */
export async function stranger({ server, story }: Stage, props: Props, feed: readonly string[]): Promise<void> {
  story.scene('A stranger with the right name and number');
  const client = await server.as('stranger');
  for (const { way, real, random } of tries(props, feed)) {
    const [known, unknown] = [await real(client), await random(client)];
    story.same(way, observable(known), observable(unknown));
    story.tell('stranger', `${way}: ${known.status}, the same as for somebody who does not exist`);
  }
}

function tries({ consent, guardianship, mother }: Props, feed: readonly string[]): readonly Try[] {
  const person = planSeed(feed).holders.find(({ person: { name } }) => name.family === MOTHER.family)?.person;
  if (person === undefined) throw new StoryBroken('the mother', 'is not in the feed');
  const evidence = { type: 'court-order', authority: 'nobody', number: 'X1', sha256: '0'.repeat(64) };
  const claiming = (document: object) => (client: HttpClient) => client.post('/v1/guardianships', { ...person, document, ground: 'court-appointed', evidence });
  const randomPassport = { ...person.document, number: `T${hex().slice(0, 11).toUpperCase()}` };
  const both = (way: string, path: (id: string) => string, [real, random]: readonly [string, string], body?: object): Try => ({
    way,
    real: (client) => (body === undefined ? client.get(path(real)) : client.post(path(real), body)),
    random: (client) => (body === undefined ? client.get(path(random)) : client.post(path(random), body)),
  });
  const consents = [consent, `c_${hex()}`] as const;
  const view = { scope: 'results', purpose: 'FAMRQT' };
  return [
    { way: 'claims a guardianship', real: claiming(person.document), random: claiming(randomPassport) },
    both('views on her consent', (id) => `/v1/bases/${id}/views`, consents, view),
    both('views on a guardianship', (id) => `/v1/bases/${id}/views`, [guardianship, `g_${hex()}-1`], view),
    both('grants', (id) => `/v1/consents/${id}/grant`, consents, { ...view, until: '2099-01-01T00:00:00Z' }),
    ...['decline', 'revocation', 'relinquishment'].map((act) => both(act, (id) => `/v1/consents/${id}/${act}`, consents, {})),
    both('opens a code', () => '/v1/consent-codes/openings', ['', ''], { code: randomBytes(32).toString('base64url') }),
    both('asks as an auditor', (id) => `/v1/audit/subjects/${id}/access`, [mother, hex()]),
    both('asks as an auditor about a basis', (id) => `/v1/audit/bases/${id}`, consents),
    both('suspends as a registrar', (id) => `/v1/registry/guardianships/${id}/suspension`, [guardianship, `g_${hex()}-1`], { reason: 'none' }),
    both('guesses a path', (id) => `/v1/citizens/${id}`, [mother, hex()]),
  ];
}

/** Everything that a client can tell two answers apart by; fresh ids and the date aside. */
function observable({ status, headers, text }: Answer): object {
  const named = [...headers].filter(([name]) => name !== 'date').map(([name, value]) => [name, value.replaceAll(FRESH_ID, '<id>')]);
  return { status, headers: named, body: text.replaceAll(FRESH_ID, '<id>') };
}

const FRESH_ID = /[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

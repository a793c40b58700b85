import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { staffAggregate } from '../../libs/application/staff/staff-aggregate.js';
import { accountAggregate, citizenAggregate } from '../../libs/application/people/aggregates.js';
import { Institutions } from '../../libs/application/institutions/index.js';
import { Ledger } from '../../libs/application/ledger/index.js';
import { streams } from '../../libs/application/streams.js';
import { CitizenId, EventId, InstitutionName, MINUTE, open, plus } from '../../libs/kernel/index.js';
import { OIDC, startEdge } from '../kit/edge.js';
import { TEST_ROOMS } from './edge-rooms.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(TEST_ROOMS);
});
afterAll(() => edge.close());

async function get(path: string, ...authorization: readonly string[]) {
  const headers = authorization.map((value): [string, string] => ['authorization', value]);
  const answer = await fetch(`${edge.address}${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, challenge: answer.headers.get('www-authenticate') };
}

const as = async (path: string, claims: Readonly<Record<string, unknown>> = {}) => get(path, `Bearer ${await edge.token(claims)}`);
const seconds = () => Math.floor(edge.adapters.clock.now() / 1_000);
const signed = async (alg: string, key: Parameters<SignJWT['sign']>[0], header: object = {}) =>
  new SignJWT(edge.claims()).setProtectedHeader({ alg, kid: 'k', typ: 'at+jwt', ...header }).sign(key);

function mutated(token: string, part: number, change: (text: string) => string): string {
  const parts = token.split('.');
  return parts.with(part, change(parts[part] ?? '')).join('.');
}

const flip = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
const other = async () => (await generateKeyPair('ES256')).privateKey;

const BAD: readonly (readonly [what: string, token: () => string | Promise<string>])[] = [
  ['nonsense', () => 'nonsense'],
  ['three empty parts', () => '..'],
  ['an expired one', () => edge.token({ exp: seconds() - 60 })],
  ['one that is not good yet', () => edge.token({ nbf: seconds() + 60 })],
  ['one without end', () => edge.token({ exp: undefined })],
  ['one whose end is text', () => edge.token({ exp: '4102444800' })],
  ['one that never ends', () => edge.token({ exp: 1e16 })],
  ['one without subject', () => edge.token({ sub: undefined })],
  ['one with an empty subject', () => edge.token({ sub: '' })],
  ['one whose subject is no Unicode', () => edge.token({ sub: '\ud800' })],
  ['another issuer’s', () => edge.token({ iss: 'https://issuer.example/' })],
  ['one for somebody else', () => edge.token({ aud: 'https://other.example' })],
  ['one without audience', () => edge.token({ aud: undefined })],
  ['an ID token by type', () => edge.token({}, 'id+jwt')],
  ['a proof of possession', () => edge.token({}, 'dpop+jwt')],
  ['one signed by another key', async () => signed('ES256', await other())],
  ['one with an algorithm that is not allowed', async () => signed('EdDSA', (await generateKeyPair('EdDSA')).privateKey)],
  ['one with a shared secret', () => signed('HS256', createSecretKey(Buffer.alloc(32, 1)))],
  ['an unsigned one', () => new UnsecuredJWT(edge.claims()).encode()],
  ['one with a critical header', async () => signed('ES256', await other(), { crit: ['b64'], b64: true })],
  ['one with another header', async () => mutated(await edge.token(), 0, flip)],
  ['one with other claims', async () => mutated(await edge.token(), 1, (text) => Buffer.from(Buffer.from(text, 'base64url').toString().replace('somebody', 'somebodx')).toString('base64url'))],
  ['one with another signature', async () => mutated(await edge.token(), 2, flip)],
  ['one without signature', async () => mutated(await edge.token(), 2, () => '')],
  ['an over-long one', () => 'a'.repeat(9_000)],
];

describe('a token', () => {
  it('that is good signs in', async () => {
    expect(await as('/t/asker')).toMatchObject({ status: 200, body: { said: `al2 ${edge.names.account(OIDC.issuer, 'somebody')} true` } });
  });

  it.each(BAD)('like %s signs nobody in', async (_what, token) => {
    expect(await get('/t/asker', `Bearer ${await token()}`)).toMatchObject({ status: 401, body: { code: 'token-invalid' }, challenge: 'Bearer error="invalid_token"' });
  });

  it('that is missing, of another scheme or doubled signs nobody in', async () => {
    const token = await edge.token();
    expect(await get('/t/asker')).toMatchObject({ status: 401, body: { code: 'token-missing' }, challenge: 'Bearer' });
    expect(await get('/t/asker', 'Basic YTpi')).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
    expect(await get('/t/asker', `Bearer ${token}`, `Bearer ${token}`)).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
  });

  it('that was good is not good after its end', async () => {
    const token = await edge.token({ exp: seconds() + 60 });
    expect(await get('/t/asker', `Bearer ${token}`)).toMatchObject({ status: 200 });
    edge.adapters.clock.advance(2 * MINUTE);
    expect(await get('/t/asker', `Bearer ${token}`)).toMatchObject({ status: 401 });
  });
});

describe('assurance', () => {
  const asked = 'Bearer error="insufficient_user_authentication", error_description="more assurance is needed", acr_values="al3"';

  it.each(['al1', 'al2', 'al3', 'AL3', 'urn:other', undefined, 3])('asserted as %s does not go beyond what is configured', async (acr) => {
    expect(await as('/t/strong', { acr })).toMatchObject({ status: 403, body: { code: 'step-up', level: 'al3' }, challenge: asked });
  });

  it('that means nothing here reaches no level', async () => {
    expect(await as('/t/asker', { acr: 'constructor' })).toMatchObject({ status: 403, body: { code: 'step-up', level: 'al1' } });
    expect(await as('/t/asker', { acr: 'al3' })).toMatchObject({ status: 200, body: { said: expect.stringMatching(/^al2 /) } });
  });
});

describe('who somebody is', () => {
  const id = (digit: string) => EventId(`00000000-0000-8000-8000-${digit.repeat(12)}`);
  const ledger = () => edge.app.get(Ledger);

  async function enrol(citizen: CitizenId) {
    const name = open({ family: null, given: 'A', familyLatin: null, givenLatin: null });
    const document = open({ type: 'passport', state: 'ES', number: 'XDA123456' } as const);
    const onto = await ledger().load(citizenAggregate, streams.citizen(citizen));
    const data = { citizen, way: 'self', registrar: null, office: null, name, document, birthDate: open('1990-01-01'), phone: open(null), at: edge.adapters.clock.now() } as const;
    await ledger().record({ of: citizenAggregate, onto, events: [{ id: id('3'), event: { type: 'CitizenEnrolled', data } }] });
  }

  it('as a citizen comes from the log', async () => {
    expect(await as('/t/me')).toMatchObject({ status: 404, body: { code: 'not-enrolled' } });
    const account = edge.names.account(OIDC.issuer, 'somebody');
    const citizen = CitizenId('c'.repeat(32));
    const onto = await ledger().load(accountAggregate, streams.account(account));
    const event = { type: 'AccountLinked', data: { account, citizen, registrar: null, office: null, at: edge.adapters.clock.now() } } as const;
    await ledger().record({ of: accountAggregate, onto, events: [{ id: id('1'), event }] });
    // Half of an enrolment, as a crash leaves it.
    expect(await as('/t/me')).toMatchObject({ status: 404, body: { code: 'not-enrolled' } });
    await enrol(citizen);
    expect(await as('/t/me')).toMatchObject({ status: 200, body: { said: citizen } });
    expect(await as('/t/me', { sub: 'somebody-else' })).toMatchObject({ status: 404 });
  });

  it('as staff comes from an appointment in force, read each time', async () => {
    expect(await as('/t/duty')).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    const staff = edge.names.staff(edge.names.account(OIDC.issuer, 'somebody'));
    const at = edge.adapters.clock.now();
    const until = plus(at, MINUTE);
    const appointment = { staff, ordinal: 1, role: 'clinic', institution: await edge.app.get(Institutions).name(InstitutionName('haidian-clinic')), from: at, until, by: null, policy: 'cn-1', at } as const;
    const onto = await ledger().load(staffAggregate, streams.staff(staff));
    await ledger().record({ of: staffAggregate, onto, events: [{ id: id('2'), event: { type: 'StaffAppointed', data: appointment } }] });
    expect(await as('/t/duty')).toMatchObject({ status: 200, body: { said: 'clinic haidian-clinic' } });
    edge.adapters.clock.advance(MINUTE);
    expect(await as('/t/duty')).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });
});

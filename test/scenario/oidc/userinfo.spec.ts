import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '../../../libs/event-store/index.js';
import { calendarDate } from '../../../libs/domain/person.js';
import { granted } from '../../kit/granted.js';
import { Instance, type Person, speaker } from '../../kit/instance.js';
import { SecondIssuer } from '../../kit/second-issuer.js';
import { userinfo } from '../../../apps/issuer/verified-claims.js';
import type { VerifiedIdentity } from '../../../libs/application/ports/index.js';

const person = (given: string, number: string): VerifiedIdentity => ({
  name: { family: 'Okafor', given, familyLatin: null, givenLatin: null },
  document: { type: 'passport', state: 'NG', number },
  birthDate: calendarDate('1980-05-17'),
  phone: null,
});

let issuer: SecondIssuer;
let instance: Instance;
beforeAll(async () => {
  issuer = await SecondIssuer.start('RS256');
  issuer.people.set('ada', person('Ada', 'A01234567'));
  issuer.people.set('obi', person('Obi', 'A07654321'));
  instance = await Instance.start({ oidc: issuer.configuration() });
}, 60_000);
afterAll(async () => {
  await instance?.close();
  await issuer?.close();
});

const as = async (sub: string): Promise<Person> => speaker(instance.address, await issuer.token({ sub }));
const head = (): Promise<bigint> => instance.server.app.get(EventStore).head();
const says =
  (status: number, body: string, type = 'application/json'): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);
const told = (sub: unknown, more: object = {}): string => JSON.stringify({ ...userinfo('x', person('Eve', 'A09999999')), sub, ...more });

describe('enrolment by the userinfo of an issuer that others wrote', () => {
  it.each<readonly [string, RequestListener, number, string]>([
    ['is dead', (request) => request.socket.destroy(), 503, 'busy'],
    ['is at a loss', says(500, ''), 503, 'busy'],
    ['is elsewhere', (_request, response) => response.writeHead(302, { location: '/jwks' }).end(), 503, 'busy'],
    ['never ends', (_request, response) => void response.writeHead(200).write('{'), 503, 'busy'],
    ['talks too much', says(200, told('eve', { more: 'x'.repeat(100_000) })), 503, 'busy'],
    ['does not know the token', says(401, ''), 422, 'identity-unverified'],
    ['speaks of another', says(200, told('mallory')), 422, 'identity-unverified'],
    ['speaks of nobody', says(200, told(undefined)), 422, 'identity-unverified'],
    ['speaks of a list', says(200, told(['eve'])), 422, 'identity-unverified'],
    ['speaks of two at once', says(200, told('eve').replace('{', '{"sub":"mallory",')), 422, 'identity-unverified'],
    ['speaks no JSON', says(200, '<html>', 'text/html'), 422, 'identity-unverified'],
    ['signs what it says', says(200, 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJldmUifQ.x', 'application/jwt'), 422, 'identity-unverified'],
    ['vouches for nothing', says(200, '{"sub":"eve"}'), 422, 'identity-unverified'],
    ['leaves out the document', says(200, told('eve', { verified_claims: { verification: {}, claims: { given_name: 'Eve', birthdate: '1980-05-17' } } })), 422, 'identity-unverified'],
  ])('enrols nobody where it %s, and leaves nothing half-done', async (_what, behaviour, status, code) => {
    issuer.behave('/userinfo', behaviour);
    const [eve, before] = [await as('eve'), await head()];
    expect(await eve.post('/v1/enrolments')).toMatchObject({ status, body: { code } });
    issuer.behave('/userinfo', undefined);
    expect(await head()).toBe(before);
    expect(await eve.get('/v1/me')).toMatchObject({ status: 404, body: { code: 'not-enrolled' } });
  });

  it('lets two of its people share by consent, and take it back', async () => {
    const [ada, obi] = [await as('ada'), await as('obi')];
    for (const one of [ada, obi]) expect(await one.post('/v1/enrolments')).toMatchObject({ status: 202 });
    const consent = await granted(obi.client, ada.client);
    const look = () => obi.post(`/v1/bases/${consent}/views`, { scope: 'status', purpose: 'FAMRQT' });
    expect(await look()).toMatchObject({ status: 200, body: { surname: 'Okafor' } });
    expect(await ada.post(`/v1/consents/${consent}/revocation`)).toMatchObject({ status: 200 });
    expect(await look()).toMatchObject({ status: 404 });
  });
});

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routesOf } from '../../apps/api/src/edge/served-routes.js';
import { controllersOf, ROOMS } from '../../apps/api/src/rooms.js';
import { Instance } from '../kit/instance.js';

interface Operation {
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}

let instance: Instance;
let operations: readonly (readonly [method: string, path: string, operation: Operation])[];

beforeAll(async () => {
  instance = await Instance.start();
  const { body } = await (await instance.as()).get('/openapi.json');
  const paths = body['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [method.toUpperCase(), path, operation] as const));
}, 60_000);
afterAll(() => instance?.close());

/** What the router itself knows, from the tree that it prints; HEAD goes with GET. */
function routesOfRouter(): readonly string[] {
  const tree = instance.server.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^(.*?)[├└]── (\S+) \((.*)\)$/.exec(line) ?? [];
    above.splice(indent.length / 4, Infinity, part);
    return methods === '' ? [] : methods.split(', ').filter((method) => method !== 'HEAD').map((method) => `${method} ${above.join('').replaceAll(/:(\w+)/g, '{$1}')}`);
  });
}

const PLAN = `
  GET /health  GET /ready  GET /openapi.json  GET /docs  GET /docs/{}  GET /  GET /web/{}  GET /v1/sign-in
  POST /v1/enrolments  GET /v1/me  GET /v1/me/duties  GET /v1/me/code  GET /v1/me/results  GET /v1/me/disclosures  GET /v1/me/bases  POST /v1/me/sampling-codes
  POST /v1/consent-requests  POST /v1/consent-codes/openings  POST /v1/consents/{}/grant  POST /v1/consents/{}/decline  POST /v1/consents/{}/revocation
  POST /v1/consents/{}/relinquishment  POST /v1/bases/{}/views  POST /v1/guardianships  GET /v1/me/guardianships
  POST /v1/registry/claims/next  POST /v1/registry/claims/{}/proposal  POST /v1/registry/claims/{}/countersignature  POST /v1/registry/claims/{}/closing
  POST /v1/registry/guardianships/{}/suspension  POST /v1/registry/guardianships/{}/reinstatement  POST /v1/registry/guardianships/{}/end
  POST /v1/registry/enrolments  POST /v1/registry/account-links  POST /v1/registry/appointments  POST /v1/registry/samples/{}/release
  GET /v1/clinics/me/quarantine  POST /v1/samples  POST /v1/samples/by-barcode  POST /v1/results/imports  POST /v1/results/{}/correction  POST /v1/results/{}/withdrawal
  GET /v1/audit/events  GET /v1/audit/bases/{}  GET /v1/audit/subjects/{}/access
`;

describe('the document', () => {
  it('has the routes that the router has, and those are the ones planned', () => {
    const described = operations.map(([method, path]) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(routesOfRouter().toSorted());
    const planned = PLAN.trim().split(/\s{2,}/);
    expect(described.map((route) => route.replaceAll(/\{\w+\}/g, '{}')).toSorted()).toEqual(planned.toSorted());
  });

  it('is the one that the client is generated from', async () => {
    const { body } = await (await instance.as()).get('/openapi.json');
    expect(body).toEqual(JSON.parse(readFileSync('libs/client/openapi.json', 'utf8')));
  });

  it('says of each route that a head may be malformed, and of a `GET` that something is missing only where it has to be there', async () => {
    const request = httpRequest(new URL('/health', instance.address), { headers: { host: 'a, b' } }).end();
    const [{ statusCode }] = (await once(request, 'response')) as [IncomingMessage];
    expect(statusCode).toBe(400);
    const codes = ({ responses }: Operation): readonly string[] => (responses['400']?.$ref ?? '').split('/').at(-1)?.split('.') ?? [];
    const asks = ({ parameters }: Operation): boolean => parameters.some(({ in: where, required }) => where === 'query' && required);
    expect(operations.filter(([, , operation]) => !codes(operation).includes('malformed'))).toEqual([]);
    const reads = operations.filter(([method]) => method === 'GET');
    expect(reads.map(([, path, operation]) => [path, codes(operation).includes('missing-field')])).toEqual(reads.map(([, path, operation]) => [path, asks(operation)]));
  });

  it('says who must sign in', async () => {
    const nobody = await instance.as();
    for (const [method, path, { security }] of operations) {
      const answer = await (method === 'GET' ? nobody.get(path) : nobody.post(path));
      expect([path, answer.status === 401]).toEqual([path, security.length > 0]);
    }
  });

  it('says which routes take an Idempotency-Key, and those insist on it', async () => {
    const people: Readonly<Record<string, string>> = { clinic: 'nurse-zhou', registrar: 'registrar-he' };
    const li = await instance.as('li-na', 'al3');
    await li.post('/v1/enrolments');
    for (const [method, path, { tags, parameters }] of operations) {
      if (method !== 'POST') continue;
      const person = people[tags[0] ?? ''] === undefined ? li : await instance.as(people[tags[0] ?? '']);
      const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' };
      const answer = await fetch(new URL(path, instance.address), { method, body: '{"surprise":1}', headers });
      const insists = (await answer.text()).includes('"idempotency-key-missing"');
      expect([path, insists]).toEqual([path, parameters.some(({ name }) => name === 'Idempotency-Key')]);
    }
  });

  it('names the codes of every refusal', () => {
    const said = operations.flatMap(([, path, { responses }]) => Object.entries(responses).map(([status, { $ref = '' }]) => ({ at: `${path} ${status}`, status: Number(status), $ref })));
    const unnamed = said.filter(({ status, $ref }) => status >= 300 && !/^#\/components\/responses\/[a-z0-9.-]+$/.test($ref));
    expect(unnamed).toEqual([]);
  });
});

describe('Past capacity', () => {
  const withUrgency = (urgency: string): readonly string[] => routesOf(controllersOf(ROOMS)).filter(({ route }) => route.urgency === urgency).map(({ route: { method, path } }) => `${method} ${path}`).toSorted();

  it('what takes a view away from somebody goes first', () => {
    expect(withUrgency('protective')).toEqual(['POST /v1/consents/:id/relinquishment', 'POST /v1/consents/:id/revocation', 'POST /v1/registry/guardianships/:id/end', 'POST /v1/registry/guardianships/:id/suspension']);
  });

  it('whoever asks is still told whether the process is well', () => {
    expect(withUrgency('probe')).toEqual(['GET /health', 'GET /ready']);
  });
});

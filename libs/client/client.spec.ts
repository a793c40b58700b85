import { describe, expect, it } from '@jest/globals';
import { xinma } from './index.js';

/** What one request would have been, and what its answer would say. */
function heard() {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    return Response.json({ type: 'urn:xinma:problem:code-expired', title: 'Code expired', status: 404, code: 'code-expired' }, { status: 404, headers: { 'content-type': 'application/problem+json' } });
  };
  return { requests, fetch };
}

describe('a client', () => {
  it('sends the token, and asks for it each time where it changes', async () => {
    const { requests, fetch } = heard();
    await xinma({ address: 'http://a', token: 't', fetch }).GET('/v1/me');
    const tokens = ['t1', 't2'].values();
    const changing = xinma({ address: 'http://a', token: () => tokens.next().value ?? '', fetch });
    await changing.GET('/v1/me');
    await changing.GET('/v1/me');
    await xinma({ address: 'http://a', fetch }).GET('/v1/me');
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer t', 'Bearer t1', 'Bearer t2', null]);
  });

  it('gives commands a fresh key unless one is given, and nothing else one', async () => {
    const { requests, fetch } = heard();
    const client = xinma({ address: 'http://a', fetch });
    const body = { code: 'c' };
    await client.POST('/v1/consent-codes/openings', { body });
    await client.POST('/v1/consent-codes/openings', { body });
    await client.POST('/v1/consent-codes/openings', { body, params: { header: { 'Idempotency-Key': 'k' } } });
    await client.POST('/v1/bases/{basis}/views', { params: { path: { basis: 'c_1' } }, body: { scope: 'status', purpose: 'FAMRQT' } });
    await client.GET('/v1/me');
    const [first, second, ...rest] = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
    expect(rest).toEqual(['k', null, null]);
  });

  it('says a refusal as a value, with its code', async () => {
    const { fetch } = heard();
    const { data, error, response } = await xinma({ address: 'http://a', fetch }).POST('/v1/consent-codes/openings', { body: { code: 'c' } });
    const code: string | undefined = error?.code;
    expect([data, code, response.status]).toEqual([undefined, 'code-expired', 404]);
  });

  it('follows nobody to another place', async () => {
    const { requests, fetch } = heard();
    await xinma({ address: 'http://a', fetch }).GET('/health');
    expect(requests[0]?.redirect).toBe('error');
  });
});

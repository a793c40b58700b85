import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdge } from '../kit/edge.js';
import { TEST_ROOMS } from './edge-rooms.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(TEST_ROOMS);
});
afterAll(() => edge.close());

const good = { text: 'abc', count: 3, flag: true, scope: 'status', until: '2026-11-23T00:00:00Z' };
const json = (changes: object = {}) => JSON.stringify({ ...good, ...changes });
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

async function send(body: string | Uint8Array, headers: Record<string, string> = {}) {
  const answer = await fetch(`${edge.address}/t/kinds`, { method: 'POST', body: Buffer.from(body as string), headers: { 'content-type': 'application/json', ...headers } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers };
}

const nested = (depth: number) => `{"text":${'['.repeat(depth)}${']'.repeat(depth)}}`;

const BODIES: readonly (readonly [what: string, body: string | Uint8Array, code: string, field?: string])[] = [
  ['nothing', '', 'malformed'],
  ['no JSON', '{', 'malformed'],
  ['a trailing comma', '{"text":"a",}', 'malformed'],
  ['null', 'null', 'malformed'],
  ['an array', '[]', 'malformed'],
  ['a byte order mark', bytes([0xef, 0xbb, 0xbf], json()), 'malformed'],
  ['invalid UTF-8', bytes('{"text":"', [0xc3, 0x28], '"}'), 'malformed'],
  ['an encoded surrogate', bytes('{"text":"', [0xed, 0xa0, 0x80], '"}'), 'malformed'],
  ['a lone surrogate', json().replace('abc', '\\ud800'), 'malformed'],
  ['a lone surrogate in a name', '{"\\udc00":1}', 'malformed'],
  ['a name twice', json().replace('{', '{"count":3,'), 'duplicate-key'],
  ['a name twice, escaped', json().replace('{', '{"c\\u006funt":3,'), 'duplicate-key'],
  ['a name twice, deep', json({ parts: [] }).replace('[]', '[{"state":"CN","state":"CN"}]'), 'duplicate-key'],
  ['__proto__', json().replace('{', '{"__proto__":{},'), 'unknown-field'],
  ['an escaped __proto__', json().replace('{', '{"\\u005f_proto__":{},'), 'unknown-field'],
  ['constructor', json({ constructor: { prototype: {} } }), 'unknown-field'],
  ['an unknown field', json({ surprise: 1 }), 'unknown-field'],
  ['an unknown field, deep', json({ parts: [{ state: 'CN', more: 1 }] }), 'unknown-field', 'parts.0'],
  ['a missing field', JSON.stringify({ ...good, flag: undefined }), 'missing-field', 'flag'],
  ['a number as text', json({ count: '3' }), 'invalid-field', 'count'],
  ['text as a number', json({ text: 3 }), 'invalid-field', 'text'],
  ['text in an array', json({ text: ['a'] }), 'invalid-field', 'text'],
  ['a boolean as text', json({ flag: 'true' }), 'invalid-field', 'flag'],
  ['a boolean as a number', json({ flag: 1 }), 'invalid-field', 'flag'],
  ['null for text', json({ text: null }), 'invalid-field', 'text'],
  ['null for an optional field', json({ parts: null }), 'invalid-field', 'parts'],
  ['a fraction', json({ count: 3.5 }), 'invalid-field', 'count'],
  ['a number beyond all', json().replace('3', '1e999'), 'invalid-field', 'count'],
  ['too long', json({ text: 'abcdef' }), 'invalid-field', 'text'],
  ['outside a set', json({ scope: 'Status' }), 'invalid-field', 'scope'],
  ['a time without zone', json({ until: '2026-11-23T00:00:00' }), 'invalid-field', 'until'],
  ['a day that no calendar has', json({ until: '2026-02-30T00:00:00Z' }), 'invalid-field', 'until'],
  ['too many', json({ parts: [{ state: 'CN' }, { state: 'CN' }, { state: 'CN' }] }), 'invalid-field', 'parts'],
  ['a wrong part', json({ parts: [{ state: 'cn' }] }), 'invalid-field', 'parts.0.state'],
  ['17 deep', nested(17), 'malformed'],
  ['30,000 deep', nested(30_000), 'malformed'],
];

describe('a body', () => {
  it('that is as it should be is taken', async () => {
    expect(await send(json({ note: null, parts: [{ state: 'CN' }] }))).toMatchObject({ status: 200 });
    expect(await send(json({ text: '\u{1f600}\u{1f600}\u{1f600}\u{1f600}\u{1f600}' }))).toMatchObject({ status: 200 });
  });

  it.each(BODIES)('with %s is refused', async (_what, body, code, ...[field]) => {
    const answer = await send(body);
    expect(answer.body).toEqual({ type: `urn:xinma:problem:${code}`, title: expect.any(String), status: 400, code, ...(field === undefined ? {} : { field }) });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('over 64 KiB is refused', async () => {
    expect(await send(json({ text: 'a'.repeat(66_000) }))).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/problem+json', 'application/json; charset=utf-16', 'application/jsonx', 'application/json, application/json', 'application/x-ndjson'])(
    'as %s is refused',
    async (type) => {
      expect(await send(json(), { 'content-type': type })).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    },
  );

  it.each(['application/json;charset=utf-8', 'Application/JSON; charset="UTF-8"'])('as %s is taken', async (type) => {
    expect(await send(json(), { 'content-type': type })).toMatchObject({ status: 200 });
  });

  it('that is compressed is refused', async () => {
    expect(await send(json(), { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
  });
});

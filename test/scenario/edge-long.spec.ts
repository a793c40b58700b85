import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { staffAggregate } from '../../libs/application/staff/staff-aggregate.js';
import { Institutions } from '../../libs/application/institutions/index.js';
import { Ledger } from '../../libs/application/ledger/index.js';
import { streams } from '../../libs/application/streams.js';
import type { StaffEvent } from '../../libs/domain/staff/index.js';
import { DAY, EventId, InstitutionName, MINUTE, plus } from '../../libs/kernel/index.js';
import { OIDC, startEdge } from '../kit/edge.js';
import { eventually } from '../kit/eventually.js';
import { bodies, held, TEST_ROOMS } from './edge-rooms.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
/** Somebody else in each test, and how often they were appointed. */
let sub = '';
let appointments = 0;
beforeAll(async () => {
  edge = await startEdge(TEST_ROOMS);
});
afterAll(() => edge.close());
beforeEach(() => {
  sub = randomUUID();
  appointments = 0;
  return appoint('haidian-clinic');
});

async function record(eventOf: (staff: ReturnType<typeof edge.names.staff>) => StaffEvent): Promise<void> {
  const ledger = edge.app.get(Ledger);
  const staff = edge.names.staff(edge.names.account(OIDC.issuer, sub));
  const onto = await ledger.load(staffAggregate, streams.staff(staff));
  await ledger.record({ of: staffAggregate, onto, events: [{ id: EventId(randomUUID()), event: eventOf(staff) }] });
}

async function appoint(name: string): Promise<void> {
  const institution = await edge.app.get(Institutions).name(InstitutionName(name));
  const at = edge.adapters.clock.now();
  appointments += 1;
  await record((staff) => ({ type: 'StaffAppointed', data: { staff, ordinal: appointments, role: 'clinic', institution, from: at, until: plus(at, DAY), by: null, policy: 'cn-1', at } }));
}

const end = (): Promise<void> => record((staff) => ({ type: 'AppointmentEnded', data: { staff, ordinal: appointments, by: null, at: edge.adapters.clock.now() } }));

/** An answer that has begun: what else comes of it, and whether it ends as a whole one does. */
async function begun(response: IncomingMessage) {
  let text = '';
  const ended = (async () => {
    for await (const part of response) text += String(part);
    return 'whole';
  })().catch(() => 'broken');
  return { ended, lines: () => text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>) };
}

async function asked(method: 'GET' | 'POST') {
  const headers = { authorization: `Bearer ${await edge.token({ sub })}`, ...(method === 'POST' ? { 'content-type': 'application/x-ndjson' } : {}) };
  return httpRequest(`${edge.address}/t/long`, { method, headers });
}

const WAYS: readonly (readonly [what: string, happens: () => Promise<void> | void, code: string, status: number])[] = [
  ['whose token has ended', () => edge.adapters.clock.advance(16 * MINUTE), 'token-invalid', 401],
  ['whose appointment was ended', () => end(), 'not-permitted', 403],
  ['who was appointed elsewhere instead', () => end().then(() => appoint('dongcheng-clinic')), 'not-permitted', 403],
];

describe('What goes on for long', () => {
  it.each(WAYS)('takes no more lines of somebody %s, and says why', async (_what, happens, code, status) => {
    const request = await asked('POST');
    request.write('one\n');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const { ended, lines } = await begun(response);
    await happens();
    request.end('two\n');
    expect(await ended).toBe('broken');
    expect(lines()).toEqual([{ said: 'one' }, expect.objectContaining({ code, status })]);
  });

  it.each(WAYS)('tells no more to somebody %s, and says why', async (_what, happens, code, status) => {
    const request = (await asked('GET')).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const { ended, lines } = await begun(response);
    await happens();
    held.letGo();
    expect(await ended).toBe('broken');
    expect(lines().at(-1)).toMatchObject({ code, status });
    expect(lines().some(({ said }) => said === 'at last')).toBe(false);
  });

  it('goes on to its end where nothing of that happens', async () => {
    const request = await asked('POST');
    request.write('one\n');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const { ended, lines } = await begun(response);
    request.end('two\n');
    expect([await ended, lines()]).toEqual(['whole', [{ said: 'one' }, { said: 'two' }]]);
  });
});

describe('A body that is cut off', () => {
  it.each(['', 'on', 'one\n'])('behind %j is its sender’s doing, and no error of this server', async (part) => {
    const [request, before, from] = [(await asked('POST')).on('error', () => undefined), { begun: bodies.begun, broken: bodies.broken.length }, edge.lines.length];
    request.flushHeaders();
    if (part !== '') request.write(part);
    if (part === 'one\n') await once(request, 'response');
    else await eventually(async () => bodies.begun, (begun) => begun > before.begun);
    request.destroy();
    expect(await eventually(async () => bodies.broken.slice(before.broken), ({ length }) => length > 0)).toEqual([expect.objectContaining({ code: 'malformed' })]);
    // What would be said of it is said by now.
    expect((await fetch(`${edge.address}/t/page`)).status).toBe(200);
    expect(edge.lines.slice(from).filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEVELOPMENT_ISSUER } from '../../apps/issuer/development.js';
import { MOST_FEEDS } from '../../libs/application/samples/open-feeds.js';
import { EndAppointmentOnServer } from '../../libs/application/staff/index.js';
import { InstitutionName } from '../../libs/kernel/index.js';
import { eventually } from '../kit/eventually.js';
import { Intake } from '../kit/intake.js';

let intake: Intake;
beforeAll(async () => {
  intake = await Intake.start();
});
afterAll(() => intake.close());

/** An import of which nothing is sent yet, on a connection of its own: on one that was kept, it may be lost with the connection. */
function open(): ClientRequest {
  const headers = { authorization: `Bearer ${intake.token}`, 'content-type': 'application/x-ndjson' };
  return httpRequest(new URL('/v1/results/imports', intake.address), { method: 'POST', headers, agent: false });
}

/** An import under way, of which nothing has come that could be judged. */
async function trickling(part = '{'): Promise<ClientRequest> {
  const request = open().on('error', () => undefined);
  request.write(part);
  await once(request, 'socket');
  return request;
}

/** More rows than a page holds, none of which is any good: what makes a feed long. */
const filler = `${'x'.repeat(99)}\n`.repeat(2_000);

/** How often a result was recorded, tube by tube. */
async function recorded(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { stream } of await intake.log('ResultRecorded')) counts.set(stream, (counts.get(stream) ?? 0) + 1);
  return counts;
}

const onceEach = async (): Promise<boolean> => [...(await recorded()).values()].every((count) => count === 1);

describe('A client that reads no verdicts', () => {
  it('stalls itself and nobody else, and goes on once it reads', async () => {
    const slow = open();
    const response = once(slow, 'response') as Promise<[IncomingMessage]>;
    const stalled = Promise.withResolvers<'stalled'>();
    let chunks = 0;
    const sending = (async () => {
      for (let until: unknown = 'go on'; until !== 'stalled'; chunks += 1) until = slow.write(filler) || (await Promise.race([once(slow, 'drain'), stalled.promise]));
    })();
    const [answer] = await response;
    // It has been answered, and nobody listens: its buffers fill while others come and go.
    for (let others = 0; others < 5; others += 1) {
      const tubes = await intake.tubes(2);
      expect(await intake.send(filler + intake.rows(...tubes))).toMatchObject({ status: 200, said: expect.stringMatching(/recorded recorded$/) });
    }
    let before = -1;
    // The kernel's buffers grow for a while, in steps.
    for (let same = 0; same < 20; same = before === chunks ? same + 1 : 0) {
      before = chunks;
      await intake.send(filler);
      await sleep(50);
    }
    expect((await intake.nurse.get('/v1/me')).status).toBe(404);
    await intake.send(filler);
    expect(chunks).toBe(before);
    stalled.resolve('stalled');
    await sending;
    slow.end();
    let verdicts = 0;
    for await (const part of answer) verdicts += Buffer.from(part as Uint8Array).reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0);
    expect(verdicts).toBe(chunks * 2_000);
  }, 60_000);
});

describe('A connection that is cut', () => {
  it('leaves whole rows, and sending the file again finishes it', async () => {
    const tubes = await intake.tubes(6);
    const file = tubes.map((tube) => intake.rows(tube) + filler).join('');
    const cut = open();
    cut.on('error', () => undefined);
    cut.write(file.slice(0, file.length / 2));
    const [answer] = (await once(cut, 'response')) as [IncomingMessage];
    await once(answer, 'data');
    cut.write('{"tg":"840539006","tt":"LP64');
    cut.destroy();
    await eventually(recorded, (counts) => counts.size > 0);
    expect(await onceEach()).toBe(true);
    const { said } = await intake.send(file);
    expect(said.split(' ').filter((verdict) => verdict !== 'format').every((verdict) => verdict === 'recorded' || verdict === 'already-recorded')).toBe(true);
    expect((await intake.send(file)).said.replaceAll(/format ?/g, '').trim()).toBe(tubes.map(() => 'already-recorded').join(' '));
    expect(await onceEach()).toBe(true);
  });
});

describe('Imports at once', () => {
  it('of two clinics each see their own tubes only', async () => {
    const other = await intake.instance.as('nurse-ma');
    const [mine, theirs] = [await intake.tubes(8), await intake.tubes(8, other)];
    const file = intake.rows(...mine, ...theirs);
    const [here, there] = await Promise.all([intake.send(file), intake.send(file, undefined, other.token)]);
    const eight = (verdict: string): readonly string[] => Array.from({ length: 8 }, () => verdict);
    expect(here.said).toBe([...eight('recorded'), ...eight('barcode')].join(' '));
    expect(there.said).toBe([...eight('barcode'), ...eight('recorded')].join(' '));
  });

  it('of one file add each row once', async () => {
    const tubes = await intake.tubes(30);
    const before = (await recorded()).size;
    const answers = await Promise.all([1, 2, 3].map(() => intake.send(intake.rows(...tubes))));
    const all = answers.flatMap(({ said }) => said.split(' '));
    expect(all.filter((verdict) => verdict === 'recorded')).toHaveLength(30);
    expect(all.filter((verdict) => verdict === 'already-recorded')).toHaveLength(60);
    expect(await onceEach()).toBe(true);
    expect((await recorded()).size - before).toBe(30);
  });
});

describe('Imports that are open', () => {
  /** One more, of which all is read: where it went in, it has left again. */
  const next = async (): Promise<{ readonly status: number; readonly retryAfter: string | null; readonly text: string }> => {
    const headers = { authorization: `Bearer ${intake.token}`, 'content-type': 'application/x-ndjson' };
    const answer = await fetch(new URL('/v1/results/imports', intake.address), { method: 'POST', body: 'x\n', headers });
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
  };
  const wentIn = ({ status }: { readonly status: number }): boolean => status === 200;

  it('are as many as may be: the next is told to come again, others’ go in, and so does one’s own once one has gone', async () => {
    const mine: ClientRequest[] = [];
    while (mine.length < MOST_FEEDS.ofOne) {
      const request = await trickling(filler);
      expect(await once(request, 'response')).toEqual([expect.objectContaining({ statusCode: 200 })]);
      mine.push(request);
    }
    const refused = await next();
    expect([refused.status, refused.retryAfter, JSON.parse(refused.text)]).toEqual([503, '1', expect.objectContaining({ code: 'busy' })]);
    const other = await intake.instance.as('nurse-ma');
    expect(await intake.send('x\n', undefined, other.token)).toMatchObject({ status: 200, said: 'format' });
    mine[0]?.end();
    await eventually(next, wentIn);
    for (const request of mine) request.destroy();
  });

  it('are closed by who hangs up, whenever that is', async () => {
    for (const part of ['', '{', 'x\n', filler]) {
      for (let feeds = 0; feeds <= MOST_FEEDS.ofOne; feeds += 1) {
        const request = await trickling(part);
        if (part === filler && feeds % 2 === 0) await once(request, 'response');
        if (feeds % 3 === 0) request.end();
        request.destroy();
      }
    }
    for (let feeds = 0; feeds < MOST_FEEDS.ofOne; feeds += 1) await eventually(next, wentIn);
    const all = await Promise.all(Array.from({ length: 12 }, () => intake.send('x\n')));
    expect(all.map(({ said }) => said)).toEqual(Array.from({ length: 12 }, () => 'format'));
  });
});

describe('A clinic’s staff whose appointment is ended while they send', () => {
  it('record nothing from then on, are told why, and what they had recorded stays', async () => {
    const [before, after] = await intake.tubes(2);
    const request = open();
    request.write(intake.rows(before) + filler);
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    const all = (async () => {
      for await (const part of answer) text += String(part);
    })();
    const { name: subject, duty } = intake.instance.member('nurse-zhou');
    const post = { issuer: DEVELOPMENT_ISSUER, subject, role: 'clinic', institution: InstitutionName(duty?.institution ?? '') } as const;
    await intake.instance.server.app.get(CommandBus).execute(new EndAppointmentOnServer(post));
    request.end(intake.rows(after) + filler);
    await expect(all).rejects.toMatchObject({ code: 'ECONNRESET' });
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([lines[0], lines.at(-1)]).toEqual([expect.objectContaining({ line: 1, verdict: 'recorded' }), expect.objectContaining({ status: 403, code: 'not-permitted' })]);
    expect(lines.filter(({ verdict }) => verdict === 'recorded')).toHaveLength(1);
  });
});

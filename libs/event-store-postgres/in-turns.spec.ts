import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { turns } from '../event-loop/index.js';
import type { Append } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { Appender } from './appender.js';
import { CommitBell } from './commit-bell.js';
import { CITIZEN, LONG } from './log.fixture.js';
import { Reader } from './reader.js';
import { LineDouble, PostgresDouble } from './session.fixture.js';

const NOTHING = new Uint8Array();

const opened = () => {
  const server = new PostgresDouble(LONG);
  const reader = new Reader([new LineDouble(server)], 1_234);
  const appender = new Appender(new LineDouble(server), { waiting: 100, milliseconds: 60_000 }, new CommitBell());
  return { server, reader, appender };
};

const fact = (): Append => ({ stream: `test-${randomUUID()}`, expected: 'no-stream', events: [{ id: EventId(randomUUID()), type: 'Fact', data: NOTHING, metadata: NOTHING }] });
const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Forty who were told together; all have gone on after three more turns of the event loop. */
const crowd = (): readonly Promise<void>[] => Array.from({ length: 40 }, () => turns.mine());

/** In which turn of the event loop the server is asked for what `ask` asks while a crowd goes on. */
async function askedInTurn({ server }: ReturnType<typeof opened>, ask: () => Promise<unknown>): Promise<number> {
  const before = server.asked.length;
  const told = crowd();
  const answered = ask();
  let turn = 0;
  for (; server.asked.length === before && turn < 10; turn += 1) await aTurn();
  await Promise.all([...told, answered]);
  return turn;
}

describe('While those who were told together go on', () => {
  it.each([
    ['reads wait', ({ reader }: ReturnType<typeof opened>) => reader.readMany([{ stream: 'test-short' }]), 3],
    ['appends wait', ({ appender }: ReturnType<typeof opened>) => appender.appendAll([fact()]), 3],
    ['reads of who goes first do not', ({ reader }: ReturnType<typeof opened>) => turns.first(() => reader.readMany([{ stream: 'test-short' }])), 1],
    ['appends of who goes first do not', ({ appender }: ReturnType<typeof opened>) => turns.first(() => appender.appendAll([fact()])), 1],
  ] as const)('%s', async (_what, ask, turn) => {
    const at = opened();
    expect(await askedInTurn(at, () => ask(at))).toBe(turn);
  });

  it('reads that fill an answer do not', async () => {
    const at = opened();
    await at.reader.readMany([{ stream: CITIZEN }]);
    expect(await askedInTurn(at, () => at.reader.readMany([{ stream: CITIZEN }]))).toBe(1);
  });
});

describe('Who was answered together with many', () => {
  it.each([
    ['read', ({ reader }: ReturnType<typeof opened>) => reader.readMany([{ stream: 'test-short' }])],
    ['appended', ({ appender }: ReturnType<typeof opened>) => appender.appendAll([fact()])],
  ] as const)('and %s goes on in turn', async (_what, ask) => {
    const at = opened();
    const went: number[] = [];
    const most: number[] = [];
    const all = Array.from({ length: 40 }, (_, nth) => ask(at).then(() => went.push(nth)));
    for (let before = 0; before < 40; before = went.length) {
      await aTurn();
      most.push(went.length - before);
    }
    await Promise.all(all);
    expect(Math.max(...most)).toBe(12);
  });
});

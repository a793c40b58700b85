import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StreamName } from '../../libs/event-store/index.js';
import type { Answer } from '../../libs/event-store-kurrentdb/answer.js';
import { expecting, proposed } from '../../libs/event-store-kurrentdb/append-request.js';
import { type Answers, Connection } from '../../libs/event-store-kurrentdb/connection.js';
import { type From, logRead, placeRead, streamRead, subscription } from '../../libs/event-store-kurrentdb/requests.js';
import { eventually } from '../kit/eventually.js';
import { Double } from '../kit/kurrentdb-double/index.js';
import { Unwired } from '../kit/kurrentdb-double/unwired.js';
import { fact } from './event-store/facts.js';

const [SOON, LONG] = [2_000, 60_000];

describe('The double of KurrentDB, asked without a wire,', () => {
  let double: Double;
  let wired: Connection;
  let unwired: Unwired;
  beforeAll(async () => {
    double = await Double.start();
    [wired, unwired] = [Connection.to(double.place), new Unwired(double.log)];
    const written = (stream: string, count: number, size = 16): unknown =>
      double.log.append(stream, 'any', Array.from({ length: count }, () => ({ id: randomUUID(), type: 'Fact', contentType: 'application/octet-stream', data: randomBytes(9), metadata: randomBytes(size) })));
    for (const [stream, count] of [['a-1', 12], ['a-2', 1], ['a-1', 20]] as const) written(stream, count);
    written('$settings', 3, 0);
    written('cut-1', 4);
    double.log.cut('cut-1', 2n);
    written('gone-1', 2);
    double.log.delete('gone-1');
  });
  afterAll(async () => {
    wired.end();
    await double.close();
  });

  /** Places of the log: each event’s, one between two, and one beyond the end. */
  const places = (): readonly bigint[] => [...double.log.lines.map(({ position }) => position), 1n, (double.log.lines.at(-1)?.position ?? 0n) + 1_000n];
  const told = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error: unknown) => String(error));

  it('answers a read of a stream as one that is reached over it does', async () => {
    for (const stream of ['a-1', 'a-2', 'cut-1', 'gone-1', 'no-1'] as const satisfies readonly StreamName[]) {
      for (const from of ['start', 'end', 0n, 3n, 99n] as const satisfies readonly From[]) {
        for (const [backward, limit] of [[false, 5], [true, 5], [false, undefined], [true, undefined]] as const) {
          const request = streamRead({ stream, from, backward, limit });
          expect(await unwired.read(request, SOON)).toEqual(await wired.read(request, LONG));
        }
      }
    }
  });

  it('answers a read of the log, and of each of its places and of those that are none', async () => {
    for (const from of ['start', 'end', ...places()] as const) {
      for (const limit of [1, 7, 1_000]) expect(await told(unwired.read(logRead(from, limit), SOON))).toEqual(await told(wired.read(logRead(from, limit), LONG)));
    }
    for (const place of places()) expect(await told(unwired.read(placeRead(place), SOON))).toEqual(await told(wired.read(placeRead(place), LONG)));
  });

  it('takes an append, or says where its stream is', async () => {
    const asked = async (connection: Pick<Connection, 'append'>, stream: StreamName, before: bigint | 'no-stream'): Promise<unknown> => {
      const answer = (await connection.append([expecting(stream, before), proposed(fact()), proposed(fact())], LONG)).toObject();
      const [success, wrong] = [answer.success, answer.wrongExpectedVersion];
      return [success?.currentRevision, success?.position?.commitPosition !== undefined, wrong?.currentRevision, wrong?.currentNoStream];
    };
    for (const [index, before] of (['no-stream', 0n, 7n] as const).entries()) {
      const answers = [await asked(unwired, `fresh-${index}`, before), await asked(wired, `other-${index}`, before)];
      expect(answers[0]).toEqual(answers[1]);
      for (const stream of ['a-1', 'cut-1', 'gone-1'] as const) {
        const [revision] = [double.log.stream(stream).at(-1)?.revision];
        expect(await asked(unwired, stream, 99n)).toEqual(await asked(wired, stream, 99n));
        expect(double.log.stream(stream).at(-1)?.revision).toBe(revision);
      }
    }
  });

  it.each([['the beginning', 0], ['a place', 5]])('has subscriptions from %s, with what is there and what comes', async (_, index) => {
    const heard = (answers: Answers): Answer[] => {
      const all: Answer[] = [];
      answers.on('data', (answer) => all.push(answer));
      answers.on('error', () => undefined);
      return all;
    };
    const after = double.log.lines[index]?.position ?? 0n;
    const both = [await unwired.open(subscription(after), SOON), await wired.open(subscription(after), LONG)];
    const [mine, others] = both.map(({ answers }) => heard(answers));
    await wired.append([expecting(`later-${index}`, 'no-stream'), proposed(fact())], LONG);
    const last = double.log.lines.findLast(({ stream }) => !stream.startsWith('$'))?.position;
    await eventually(() => [mine, others].every((all) => all?.at(-1)?.event?.position === last), Boolean);
    expect(mine).toEqual(others);
    for (const { answers } of both) answers.cancel();
  });
});

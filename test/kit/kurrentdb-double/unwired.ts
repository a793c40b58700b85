import { Readable } from 'node:stream';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { type Answer, answerIn } from '../../../libs/event-store-kurrentdb/answer.js';
import type { Answers } from '../../../libs/event-store-kurrentdb/connection.js';
import { failureOf } from '../../../libs/event-store-kurrentdb/failure.js';
import { Log, type Outcome } from './log.js';
import { confirmation, eventAnswer, notFound, outcomeAnswer, readOptions, readProposed } from './messages.js';
import { INVALID_POSITION, nameIn, passes, placeIn, readLines } from './reads.js';

const { AppendReq, AppendResp, ReadReq } = streams;

/** What happens to a call instead: `through` carries it out. */
export type Instead<T> = (through: () => T) => Promise<T>;

/** A subscription: what is pushed into it comes next. */
export class Pushed extends Readable implements Answers {
  cancelled = false;

  constructor() {
    super({ objectMode: true, read: () => undefined });
  }

  cancel(): void {
    this.cancelled = true;
    this.destroy();
  }
}

const sent = (answer: streams.ReadResp): Answer => answerIn(Buffer.from(answer.serializeBinary()));

/**
 * The rules of the double, asked without a server: what a connection is asked is answered at once, from the same log and in the same bytes. That it answers as one does that
 * is reached over a wire has cases (`test/contract/event-store-kurrentdb-unwired.spec.ts`); of deadlines it only takes note.
 */
export class Unwired {
  /** What arrived, and how many milliseconds it was given. */
  readonly asked: { readonly call: 'append' | 'read' | 'open'; readonly milliseconds: number }[] = [];
  /** How many events each read asked for. */
  readonly counts: number[] = [];
  /** What happens to the next appends and reads, one each. */
  readonly appends: Instead<Outcome>[] = [];
  readonly reads: Instead<readonly Answer[]>[] = [];
  /** What an answer to an append looks like in the end. */
  finish: (answer: streams.AppendResp) => void = () => undefined;
  readonly subscriptions: Pushed[] = [];
  /** What was said to have failed of a subscription. */
  readonly givenUp: unknown[] = [];

  constructor(readonly log = new Log()) {}

  async append(parts: readonly Buffer[], milliseconds: number): Promise<streams.AppendResp> {
    this.asked.push({ call: 'append', milliseconds });
    const instead = this.appends.shift() ?? (async (through) => through());
    const answer = outcomeAnswer(await instead(() => this.#append(parts)));
    this.finish(answer);
    return AppendResp.deserializeBinary(answer.serializeBinary());
  }

  async read(request: streams.ReadReq, milliseconds: number): Promise<readonly Answer[]> {
    this.asked.push({ call: 'read', milliseconds });
    this.counts.push(Number(request.getOptions()?.getCount()));
    const instead = this.reads.shift() ?? (async (through) => through());
    return instead(() => this.#read(request));
  }

  async open(request: streams.ReadReq, milliseconds: number): Promise<{ readonly answers: Pushed; readonly gaveUp: (error: unknown) => void }> {
    this.asked.push({ call: 'open', milliseconds });
    const [options, answers] = [this.#admitted(request), new Pushed()];
    const ours = passes(options);
    let next = placeIn(options) ?? -1n;
    const push = (): void => {
      const lines = this.log.lines.slice(this.log.indexAfter(next));
      next = lines.at(-1)?.position ?? next;
      for (const line of lines.filter(ours)) answers.push(sent(eventAnswer(line)));
    };
    answers.push(sent(confirmation()));
    push();
    answers.on('close', this.log.onGrown(push));
    this.subscriptions.push(answers);
    return { answers, gaveUp: (error) => void this.givenUp.push(error) };
  }

  #append(parts: readonly Buffer[]): Outcome {
    const [options, ...events] = parts.map((part) => AppendReq.deserializeBinary(part));
    if (options === undefined) throw new Error('an append begins with its options');
    const { stream, expected } = readOptions(options);
    return this.log.append(stream, expected, events.map(readProposed));
  }

  #read(request: streams.ReadReq): readonly Answer[] {
    const options = this.#admitted(request);
    const lines = readLines(this.log, options);
    return (lines?.map(eventAnswer) ?? [notFound(nameIn(options))]).map(sent);
  }

  #admitted(request: streams.ReadReq): streams.ReadReq.Options {
    const options = ReadReq.deserializeBinary(request.serializeBinary()).getOptions();
    if (options === undefined) throw new Error('a read has options');
    const place = placeIn(options);
    if (place !== undefined && !this.log.isPlace(place)) throw failureOf(Object.assign(new Error('as the transport says it'), { code: status.UNKNOWN, details: `InvalidPosition >> ${INVALID_POSITION}` }));
    return options;
  }
}

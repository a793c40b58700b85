import { type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import type { Answer } from './answer.js';
import type { Answers, Connection } from './connection.js';
import { failureOf } from './failure.js';
import { subscription } from './requests.js';
import { recorded } from './wire.js';

/** The most events that wait to be taken; the server is not listened to while there are more. */
const MOST = 2_000;

/** Where a subscription begins, how long that may take, and until when it is wanted. */
export interface Beginning {
  readonly after: bigint;
  readonly signal: AbortSignal;
  readonly milliseconds: number;
}

/** One subscription of the server's: whoever begins it ends it. */
export class Subscription {
  #events: RecordedEvent[] = [];
  #failure: Error | undefined;
  #heard = false;
  #ended = false;
  #woken = Promise.withResolvers<void>();

  readonly #wake = (): void => this.#woken.resolve();

  private constructor(
    private readonly answers: Answers,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.#wake);
  }

  /** Nobody who waits for it waits on where `signal` aborts. Rejects with `StoreUnavailable`. */
  static async begin(connection: Pick<Connection, 'open'>, { after, signal, milliseconds }: Beginning): Promise<Subscription> {
    const { answers, gaveUp } = await connection.open(subscription(after), milliseconds).catch((cause: unknown) => {
      throw new StoreUnavailable({ cause });
    });
    const begun = new Subscription(answers, signal);
    answers.on('data', (answer: Answer) => begun.#take(answer));
    answers.on('error', (error: unknown) => {
      // What was cancelled here says nothing of the server.
      if (begun.#ended) return;
      gaveUp(error);
      begun.#fail(new StoreUnavailable({ cause: failureOf(error) }));
    });
    answers.on('end', () => begun.#fail(new StoreUnavailable()));
    return begun;
  }

  /** What has come, or comes next; nothing after so many milliseconds of silence, or where its signal aborts. Rejects once everything was taken that came before a failure. */
  async next(milliseconds: number): Promise<readonly RecordedEvent[]> {
    this.#heard = false;
    await this.#wait(milliseconds);
    const events = this.#events;
    this.#events = [];
    if (events.length === 0 && this.#failure !== undefined && !this.signal.aborted) throw this.#failure;
    if (this.answers.isPaused()) this.answers.resume();
    return events;
  }

  /** Whether the server has said nothing since `next` was asked, and says nothing within so many milliseconds. How far it is says something, too: it may pass over a long stretch of events that are not ours. */
  async isSilent(milliseconds: number): Promise<boolean> {
    if (!this.#heard) await this.#wait(milliseconds);
    return !this.#heard;
  }

  /** A stream that is not cancelled goes on for ever. */
  end(): void {
    this.#ended = true;
    this.signal.removeEventListener('abort', this.#wake);
    this.#fail(new StoreUnavailable());
    this.answers.cancel();
  }

  #take(answer: Answer): void {
    this.#heard = true;
    // What stands behind an event that can't be read is not to be had before it.
    if (this.#failure !== undefined) return;
    let event: RecordedEvent | undefined;
    try {
      event = recorded(answer);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (event === undefined) return;
    this.#events.push(event);
    if (this.#events.length >= MOST) this.answers.pause();
    this.#wake();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  async #wait(milliseconds: number): Promise<void> {
    if (this.#events.length > 0 || this.#failure !== undefined || this.signal.aborted) return;
    this.#woken = Promise.withResolvers<void>();
    const timer = setTimeout(this.#wake, milliseconds);
    await this.#woken.promise;
    clearTimeout(timer);
  }
}

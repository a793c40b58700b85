import { DatabaseError } from 'pg';
import type { Append, RecordedEvent, StreamName, Verdict } from '../event-store/index.js';
import { guess, type Guess } from './guess.js';
import { Known } from './known.js';
import type { Answered, Asked, Line } from './line.js';
import { beginOf, endOf, type Place, placeOf, readPlace } from './places.js';
import * as sql from './sql.js';
import { judge, type Judgement, type LogState, numberedAfter, overlaps, type Stood } from './verdicts.js';

interface HeadRow {
  readonly position: bigint | null;
  readonly ordinal: number;
  readonly place: string | null;
}

/** Events that are worth going in parts, and events of a part: making them ready takes a third of the time that the server takes to add them. */
const [WORTH_PARTS, A_PART] = [400, 250];

interface StoodRow extends Stood {
  readonly place: string;
}

/** Commits one batch after another, each in one transaction. */
export class Batches {
  #known = new Known();
  #cuts = 0;
  #looksFirst = false;

  constructor(
    private readonly line: Line,
    private readonly milliseconds: number,
  ) {}

  /**
   * Says what became of each append, and which events are in the log for certain now. One round trip where the writers are right about their streams. Else two more: lock and look, then write and commit; three
   * where an append expects a place that its stream has passed. Never rejects.
   */
  async commit(appends: readonly Append[]): Promise<Judgement> {
    const guessed = this.#guess(appends);
    const progress: Progress = { sent: false };
    try {
      return await this.line.within(this.milliseconds, async (client) => {
        const written = guessed === undefined ? undefined : await writeAtOnce(client, guessed, progress);
        if (written === 'locked out') return every(appends, 'unavailable');
        return this.#seen(written ?? (await this.#look(client, appends, progress)));
      });
    } catch {
      // Once a commit was on its way nobody here knows whether it arrived. Before that, the server rolls back: nothing was written.
      return every(appends, progress.sent ? 'unknown' : 'unavailable');
    }
  }

  #guess(appends: readonly Append[]): Guess | undefined {
    // A server that came back may be another one: what was seen is known of one session only.
    if (this.#cuts !== this.line.cuts) this.#known = new Known();
    this.#cuts = this.line.cuts;
    return this.#looksFirst ? undefined : guess(appends, this.#known);
  }

  async #look(client: Asked, appends: readonly Append[], progress: Progress): Promise<Judgement> {
    const log = await lockAndLook(client, appends, progress);
    const judgement = judge(appends, log);
    // Who asks again asks on, and so does who fell behind.
    this.#looksFirst = overlaps(appends, log.heads).length > 0;
    progress.sent = judgement.placed.length > 0;
    return (await commit(client, judgement.placed)) ? judgement : every(appends, 'unavailable');
  }

  #seen(judgement: Judgement): Judgement {
    for (const { stream, revision } of judgement.placed) this.#known.saw(stream, revision);
    return judgement;
  }
}

/** Whether what may commit is on its way. */
interface Progress {
  sent: boolean;
}

const every = (appends: readonly Append[], kind: 'unknown' | 'unavailable'): Judgement => ({ verdicts: appends.map((): Verdict => ({ kind })), placed: [] });

/** What a server says that did not get the log's lock in the time given for it, or was told to stop waiting. */
const GAVE_UP = new Set(['55P03', '57014']);

/** Undefined where the guess was wrong and nothing was written. Rejects where the answer did not come. */
async function writeAtOnce(client: Asked, { judgement, needed }: Guess, progress: Progress): Promise<Judgement | 'locked out' | undefined> {
  progress.sent = true;
  const { placed } = judgement;
  const head = await (placed.length < WORTH_PARTS ? added(client.query(sql.append(placed, needed))) : writeInParts(client, placed, needed));
  // An error is the end of the transaction, and nothing was written; but one that ends the session as well may have come after the commit. Which it was is known when the session answers again.
  progress.sent = head === undefined;
  if (head === 'locked out') return head;
  return head === undefined || head === null ? undefined : numberedAfter(head, judgement);
}

type Head = bigint | null | 'locked out' | undefined;

/** Position before what was added. */
const added = async (answer: Promise<Answered<{ head: bigint | null }>>): Promise<Head> => answer.then(({ rows }) => rows[0]?.head, refused);

/**
 * One transaction still, but the server adds its first events while the next are made ready. Its beginning is waited for: what is sent behind one that failed would be a transaction of its own. Nothing is waited for
 * after that.
 */
async function writeInParts(client: Asked, placed: readonly RecordedEvent[], needed: Guess['needed']): Promise<Head> {
  const opened = await client.query(sql.BEGIN).then(() => 'open' as const, refused);
  if (opened !== 'open') return opened ?? null;
  const heads: Promise<Head>[] = [];
  for (let start = 0; start < placed.length; start += A_PART) {
    heads.push(added(client.query(sql.appendOrFail(placed.slice(start, start + A_PART), start === 0 ? needed : []))));
    // Lets go of what was written to the session so far.
    await Promise.resolve();
  }
  const committed = client.query(sql.COMMIT).then(({ command }) => command, refused);
  const [[head], command] = await Promise.all([Promise.all(heads), committed]);
  return ended(head, command);
}

/** What is known once COMMIT was answered: with ROLLBACK where a part failed, with an error where nobody knows yet. */
function ended(head: Head, command: string | undefined): Head {
  if (command === 'COMMIT') return head;
  if (command === undefined) return undefined;
  return head === 'locked out' ? head : null;
}

/** By its code: how severe an error is, is said in the language of the server's messages. */
function refused(error: unknown): 'locked out' | undefined {
  if (!(error instanceof DatabaseError)) throw error;
  return GAVE_UP.has(error.code ?? '') ? 'locked out' : undefined;
}

async function lockAndLook(client: Asked, appends: readonly Append[], progress: Progress): Promise<LogState> {
  const answered = (): void => {
    progress.sent = false;
  };
  const streams = [...new Set(appends.map(({ stream }) => stream))];
  const [, , { rows }] = await Promise.all([client.query(sql.BEGIN).then(answered), client.query(sql.LOCK), client.query<HeadRow>(sql.heads({ lows: streams.map(beginOf), highs: streams.map(endOf) }))]);
  const heads = new Map<StreamName, bigint>();
  for (const { ordinal, place } of rows) {
    const stream = streams[ordinal - 1];
    if (stream !== undefined && place !== null) heads.set(stream, readPlace(place).revision);
  }
  return { position: rows[0]?.position ?? 0n, heads, stood: await standingAt(client, appends, heads) };
}

async function standingAt(client: Asked, appends: readonly Append[], heads: ReadonlyMap<StreamName, bigint>): Promise<LogState['stood']> {
  const parts = overlaps(appends, heads);
  if (parts.length === 0) return () => undefined;
  const bound = (end: 'low' | 'high'): readonly Place[] => parts.map((part) => ({ stream: part.stream, revision: part[end] }));
  const { rows } = await client.query<StoodRow>(sql.standing({ lows: bound('low'), highs: bound('high') }));
  const found = new Map(rows.map((row) => [row.place, row]));
  return (stream, revision) => found.get(placeOf({ stream, revision }));
}

/** False where the server refused a row and so rolled back all of them. Rejects where its answer did not come. */
async function commit(client: Asked, placed: readonly RecordedEvent[]): Promise<boolean> {
  const inserted = placed.length === 0 ? undefined : client.query(sql.append(placed, [])).catch(() => undefined);
  // Sent without waiting for the insertion: after a refusal Postgres answers COMMIT with ROLLBACK.
  const [{ command }] = await Promise.all([client.query(sql.COMMIT), inserted]);
  return command === 'COMMIT';
}

import { isNativeError } from 'node:util/types';
import { isRecord } from '../../../libs/domain/codec/index.js';
import { type Verdict, VERDICTS } from '../../../libs/domain/sample/index.js';
import { midnight } from './feed/as-of.js';
import { type FeedSource, feedsAt, piecesOf, rejectedBeside } from './feed/feed-source.js';
import { InFlight } from './feed/in-flight.js';
import { count, Pace } from './feed/pace.js';
import { type Kept, RejectedRows } from './feed/rejected-rows.js';
import { type FeedForm, RowSplitter } from './feed/row-splitter.js';
import { painted, type Screen } from './feed/screen.js';
import { Stopped } from './feed/stopped.js';
import { Tally } from './feed/tally.js';

/** What `xinma import` is given. */
export interface ImportOptions {
  /** A file, a folder, or `-`. */
  readonly feed: string;
  /** `YYYY-MM-DD`: the date that rows are moved up to. */
  readonly asOf?: string | undefined;
  /** Where rows go that were not taken; beside the feed where it is not said. */
  readonly rejected?: string | undefined;
  /** Of the standard input. */
  readonly format?: FeedForm | undefined;
  /** Aborts where the import is told to stop. */
  readonly over?: AbortSignal | undefined;
}

/** Sends a feed and yields the answer's lines, parsed, as they come; rejects where it is refused or breaks off. */
export type SendFeed = (body: AsyncIterable<Uint8Array>, how: { readonly contentType: string; readonly contentEncoding?: string }) => AsyncIterable<unknown>;

const CONTENT_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const satisfies Record<FeedForm, string>;

/** Verdicts come in pages: progress is put into words once in so many. */
const TOLD_EVERY = 100;

/** Given to rows that no verdict came for. */
const NOT_JUDGED = 'not-judged';

/** Streams feeds in as the clinic's staff and tells the verdicts. 0 where every row was judged, whatever the verdicts; 1 where rows have to be sent again, or a feed of several was refused. */
export async function importFeed(send: SendFeed, { feed, asOf, rejected, format, over }: ImportOptions, screen: Screen): Promise<number> {
  const feeds = admitted(feedsAt(feed, format), asOf, rejected);
  let whole = true;
  for (const each of feeds) {
    const one = new OneImport(each, { asOf, rejected, over });
    if (feeds.length > 1) screen.say(painted('bold', each.path));
    whole = (await (feeds.length > 1 ? oneOfSeveral(one, send, screen) : one.run(send, screen))) && whole;
  }
  return whole ? 0 : 1;
}

/** One that nothing came of is told, and keeps none of the others from going in. */
async function oneOfSeveral(one: OneImport, send: SendFeed, screen: Screen): Promise<boolean> {
  try {
    return await one.run(send, screen);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    screen.say(painted('red', `not imported: ${errorOf(error).message}`));
    return false;
  }
}

function admitted(feeds: readonly FeedSource[], asOf: string | undefined, rejected: string | undefined): readonly FeedSource[] {
  if (asOf !== undefined && feeds.some(({ form }) => form === 'csv')) throw new Error('--as-of moves the rows of NDJSON only');
  if (rejected !== undefined && feeds.length > 1) throw new Error('--rejected names one file: import one feed at a time');
  return feeds;
}

/** One feed on its way in. */
class OneImport {
  private readonly splitter: RowSplitter;
  private readonly isMoved: boolean;
  private readonly flight: InFlight;
  private readonly kept: RejectedRows;
  private readonly tally = new Tally();
  private readonly pace = new Pace();
  /** Rows that no verdict came for. */
  private unjudged = 0;

  constructor(
    private readonly feed: FeedSource,
    { asOf, rejected, over }: Pick<ImportOptions, 'asOf' | 'rejected' | 'over'>,
  ) {
    this.isMoved = asOf !== undefined;
    this.splitter = new RowSplitter(feed.form);
    this.flight = new InFlight(piecesOf(feed, this.splitter, { asOf: asOf === undefined ? undefined : midnight(asOf), over }));
    this.kept = rejected === undefined ? RejectedRows.from(rejectedBeside(feed)) : RejectedRows.at(rejected);
  }

  /** True where every row was judged. Rejects where none was. */
  async run(send: SendFeed, screen: Screen): Promise<boolean> {
    try {
      const broken = await this.judge(send, screen);
      // Of a file that nothing came of, the file itself is what to send again.
      if (broken !== undefined && this.tally.judged === 0 && this.feed.path !== '-') throw broken;
      // At once: whoever writes to the standard input may go on for hours, and all of it is kept.
      sayWhy(screen, 'it broke off', broken);
      const unread = await this.keepUnanswered();
      sayWhy(screen, 'not read to its end', unread);
      return this.tell(screen, broken === undefined && unread === undefined, this.kept.finish());
    } finally {
      this.kept.discard();
    }
  }

  /** Sends it, body after body, and takes verdicts; what broke it, if something did. */
  private async judge(send: SendFeed, screen: Screen): Promise<Error | undefined> {
    const encoded = this.feed.gzip && !this.isMoved;
    const how = { contentType: CONTENT_TYPES[this.feed.form], ...(encoded ? { contentEncoding: 'gzip' } : {}) };
    try {
      // Also of nothing: whether they may send is the server's to say.
      await this.flight.hasMore();
      do await this.judgeBody(send(this.flight.body(), how), screen);
      while (await this.flight.hasMore());
      return undefined;
    } catch (error) {
      return errorOf(error);
    }
  }

  private async judgeBody(answers: AsyncIterable<unknown>, screen: Screen): Promise<void> {
    const before = this.tally.judged;
    for await (const answer of answers) {
      const row = this.flight.takeNow() ?? (await this.flight.take());
      if (row === undefined) throw new Error('the answer has more lines than the feed has rows');
      this.settle(row, verdictOf(answer, this.tally.judged - before + 1));
      if (this.tally.judged % TOLD_EVERY === 0) screen.progress(this.tally.progress(this.pace, this.share));
    }
  }

  /** How much of the feed was read; undefined where nobody knows how long it is. */
  private get share(): number | undefined {
    return this.feed.size === undefined ? undefined : this.flight.read / this.feed.size;
  }

  private settle(row: Uint8Array, verdict: Verdict): void {
    this.tally.add(verdict);
    if (verdict !== 'recorded' && verdict !== 'already-recorded') this.kept.add(row, this.tally.judged, verdict, this.splitter.header);
  }

  /** What kept it from reading the rest, if something did. */
  private async keepUnanswered(): Promise<Error | undefined> {
    try {
      for await (const row of this.flight.unanswered()) {
        this.unjudged += 1;
        this.kept.add(row, this.tally.judged + this.unjudged, NOT_JUDGED, this.splitter.header);
      }
      return undefined;
    } catch (error) {
      return errorOf(error);
    }
  }

  private tell(screen: Screen, whole: boolean, kept: Kept | undefined): boolean {
    const { tally, pace, unjudged } = this;
    for (const line of tally.lines()) screen.say(line);
    const missing = unjudged + tally.of('busy');
    const rows = count(tally.judged + unjudged);
    if (whole && missing === 0) screen.say(painted('bold', `${rows} rows, each with its verdict, in ${pace.taken()} (${pace.rate(tally.judged)})`));
    if (missing > 0) screen.say(painted('red', `${count(missing)} of ${rows} rows were not judged: send them again, nothing is recorded twice`));
    if (kept !== undefined) screen.say(`${count(kept.rows)} rows to mend or send again: ${kept.file} (why: ${kept.verdicts})`);
    return whole && missing === 0;
  }
}

function sayWhy(screen: Screen, what: string, error: Error | undefined): void {
  if (error !== undefined) screen.say(painted('red', `${what}: ${error.message}`));
}

const errorOf = (error: unknown): Error => (isNativeError(error) ? error : new Error(String(error)));

/** The verdict of the row whose turn it is: the answer tells them in order. */
function verdictOf(answer: unknown, line: number): Verdict {
  const verdict = isRecord(answer) && answer['line'] === line ? VERDICTS.find((known) => known === answer['verdict']) : undefined;
  if (verdict === undefined) throw new Error('the answer has a line that is no verdict on the row whose turn it is');
  return verdict;
}

import { setImmediate as othersTurn } from 'node:timers/promises';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refused } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import type { CommandRequest, Duty, Standing } from '../request.js';
import { Ahead } from './ahead.js';
import { OpenFeeds } from './open-feeds.js';
import { type CheckedPage, type LabLine, PageDesk, type RowVerdict, type Sender } from './page-desk.js';

/** A laboratory's feed comes in, lines as they arrive together, as fast as its verdicts are taken. It may go on for hours: who sends it is judged again with each page. */
export class ImportResults implements Sender {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly lines: AsyncIterable<readonly LabLine[]>,
    readonly stands: Standing,
  ) {}
}

/** Rows judged together: their streams are read in one round trip and appended in another. */
export const PAGE = 500;

/** No more of them where they come to so many bytes: nobody else has a turn while a page is looked at, and each import holds some pages. */
export const PAGE_BYTES = 262_144;

/** Pages of one import that are held: while one is on its way to the disk, the next are read and judged. */
export const AHEAD = 4;

interface UnderWay {
  readonly page: CheckedPage;
  readonly verdicts: Promise<readonly RowVerdict[]>;
}

@CommandHandler(ImportResults)
export class ImportResultsHandler implements ICommandHandler<ImportResults, Outcome<AsyncIterable<readonly RowVerdict[]>>> {
  private readonly open = new OpenFeeds();

  constructor(private readonly desk: PageDesk) {}

  /**
   * The verdicts, in order, a page at a time; `busy` where as many feeds are open as may be. Where `lines` fails, what came before is judged and told first; where the sender may
   * send no more, what was judged before stands. Whoever takes the verdicts has to begin, and to end or leave: the feed is open until then.
   */
  async execute(feed: ImportResults): Promise<Outcome<AsyncIterable<readonly RowVerdict[]>>> {
    const { account } = feed.request.actor;
    return this.open.enter(account) ? done(this.verdicts(feed)) : refused('busy');
  }

  /** At most `AHEAD` pages are held: while there are fewer, the next is read; the verdicts of the oldest are told as soon as they are there. */
  private async *verdicts(feed: ImportResults): AsyncGenerator<readonly RowVerdict[]> {
    const underWay: UnderWay[] = [];
    const faults: unknown[] = [];
    const pages = new Ahead(pagesOf(feed.lines, faults));
    let first = 1;
    try {
      for (;;) {
        const page = await pages.nextOr(underWay.length < AHEAD, underWay[0]?.verdicts);
        if (page !== undefined) {
          // To look at a page takes all of a turn: between two of them it is somebody else's.
          await othersTurn();
          underWay.push(this.begin(feed, this.desk.check(feed.duty, page, first), underWay));
          first += page.length;
        } else if (underWay.length > 0) yield await oldest(underWay);
        else break;
      }
      for (const fault of faults) throw fault;
    } finally {
      pages.leave();
      // Whoever left, left pages behind: nobody else hears of them.
      await settled(underWay);
      this.open.leave(feed.request.actor.account);
    }
  }

  /** Rows of one tube are judged in the order of the file: a page that shares a tube with one before it waits for that. */
  private begin(sender: Sender, page: CheckedPage, before: readonly UnderWay[]): UnderWay {
    const shared = before.some((earlier) => page.samples.some((sample) => earlier.page.holds.has(sample)));
    const verdicts = shared ? settled([...before]).then(() => this.desk.judge(sender, page)) : this.desk.judge(sender, page);
    // Nobody may be waiting for them when they fail.
    verdicts.catch(() => undefined);
    return { page, verdicts };
  }
}

const oldest = async (underWay: UnderWay[]): Promise<readonly RowVerdict[]> => (await underWay.shift()?.verdicts) ?? [];

const settled = async (underWay: readonly UnderWay[]): Promise<void> => {
  await Promise.allSettled(underWay.map(({ verdicts }) => verdicts));
};

/** Full pages, and the rest at the end, also at an end that nobody wanted: that it was goes to `faults`. */
async function* pagesOf(lines: AsyncIterable<readonly LabLine[]>, faults: unknown[]): AsyncGenerator<readonly LabLine[]> {
  const gathered = new Gathered();
  try {
    for await (const some of lines) yield* gathered.fullWith(some);
  } catch (error) {
    faults.push(error);
  }
  if (gathered.rest.length > 0) yield gathered.rest;
}

/** The lines of a page that is not full yet. */
class Gathered {
  rest: LabLine[] = [];
  private bytes = 0;

  /** Takes these, and gives the pages that they fill. */
  *fullWith(lines: readonly LabLine[]): Generator<readonly LabLine[]> {
    for (const line of lines) {
      this.rest.push(line);
      this.bytes += sizeOf(line);
      if (this.rest.length < PAGE && this.bytes < PAGE_BYTES) continue;
      yield this.rest;
      this.rest = [];
      this.bytes = 0;
    }
  }
}

/** How long a line is, about: also one that is not held. Its sender has it under way, and may wait for verdicts before sending more. */
function sizeOf(line: LabLine): number {
  if (line.kind === 'line') return line.bytes.byteLength;
  return line.kind === 'fields' ? Object.values(line.fields).reduce((sum, text) => sum + text.length, 0) : line.length;
}

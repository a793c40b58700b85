import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { done, type Outcome } from '../outcome.js';
import type { CommandRequest, Duty } from '../request.js';
import { Ahead } from './ahead.js';
import { type CheckedPage, type LabLine, PageDesk, type RowVerdict } from './page-desk.js';

/** A laboratory's feed comes in, lines as they arrive together, as fast as its verdicts are taken. */
export class ImportResults {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly lines: AsyncIterable<readonly LabLine[]>,
  ) {}
}

/** Rows judged together: their streams are read in one round trip and appended in another. */
export const PAGE = 500;

/** Pages of one import that are held: while one is on its way to the disk, the next are read and judged. */
export const AHEAD = 4;

interface UnderWay {
  readonly page: CheckedPage;
  readonly verdicts: Promise<readonly RowVerdict[]>;
}

@CommandHandler(ImportResults)
export class ImportResultsHandler implements ICommandHandler<ImportResults, Outcome<AsyncIterable<readonly RowVerdict[]>>> {
  constructor(private readonly desk: PageDesk) {}

  /** The verdicts, in order, a page at a time. Where `lines` fails, what came before is judged and told first. */
  execute({ request, duty, lines }: ImportResults): Promise<Outcome<AsyncIterable<readonly RowVerdict[]>>> {
    return Promise.resolve(done(this.verdicts(request, duty, lines)));
  }

  /** At most `AHEAD` pages are held: while there are fewer, the next is read; the verdicts of the oldest are told as soon as they are there. */
  private async *verdicts(request: CommandRequest, duty: Duty, lines: AsyncIterable<readonly LabLine[]>): AsyncGenerator<readonly RowVerdict[]> {
    const underWay: UnderWay[] = [];
    const faults: unknown[] = [];
    const pages = new Ahead(pagesOf(lines, faults));
    let first = 1;
    try {
      for (;;) {
        const page = await pages.nextOr(underWay.length < AHEAD, underWay[0]?.verdicts);
        if (page !== undefined) {
          underWay.push(this.begin(request, this.desk.check(duty, page, first), underWay));
          first += page.length;
        } else if (underWay.length > 0) yield await oldest(underWay);
        else break;
      }
      for (const fault of faults) throw fault;
    } finally {
      pages.leave();
      // Whoever left, left pages behind: nobody else hears of them.
      await settled(underWay);
    }
  }

  /** Rows of one tube are judged in the order of the file: a page that shares a tube with one before it waits for that. */
  private begin(request: CommandRequest, page: CheckedPage, before: readonly UnderWay[]): UnderWay {
    const shared = before.some((earlier) => page.samples.some((sample) => earlier.page.holds.has(sample)));
    const verdicts = shared ? settled([...before]).then(() => this.desk.judge(request, page)) : this.desk.judge(request, page);
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
  let page: LabLine[] = [];
  try {
    for await (const some of lines) {
      page.push(...some);
      for (; page.length >= PAGE; page = page.slice(PAGE)) yield page.slice(0, PAGE);
    }
  } catch (error) {
    faults.push(error);
  }
  if (page.length > 0) yield page;
}

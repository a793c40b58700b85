import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { done, type Outcome } from '../outcome.js';
import type { CommandRequest, Duty } from '../request.js';
import { type LabLine, PageDesk, type RowVerdict } from './page-desk.js';

/** A laboratory's feed comes in, a line a row, as fast as its verdicts are taken. */
export class ImportResults {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly lines: AsyncIterable<LabLine>,
  ) {}
}

/** Rows judged together: their streams are read in one round trip and appended in another. */
export const PAGE = 250;

@CommandHandler(ImportResults)
export class ImportResultsHandler implements ICommandHandler<ImportResults, Outcome<AsyncIterable<RowVerdict>>> {
  constructor(private readonly desk: PageDesk) {}

  execute({ request, duty, lines }: ImportResults): Promise<Outcome<AsyncIterable<RowVerdict>>> {
    return Promise.resolve(done(this.verdicts(request, duty, lines)));
  }

  /** One page at a time is held; the next is read once the verdicts of this one were taken. */
  private async *verdicts(request: CommandRequest, duty: Duty, lines: AsyncIterable<LabLine>): AsyncGenerator<RowVerdict> {
    let first = 1;
    for await (const page of pagesOf(lines)) {
      yield* await this.desk.judge(request, duty, page, first);
      first += page.length;
    }
  }
}

async function* pagesOf(lines: AsyncIterable<LabLine>): AsyncGenerator<readonly LabLine[]> {
  let page: LabLine[] = [];
  for await (const line of lines) {
    page.push(line);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

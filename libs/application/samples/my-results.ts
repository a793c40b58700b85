import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { sampleCodec } from '../../domain/sample/index.js';
import { type CitizenId, formatInstant } from '../../kernel/index.js';
import { Freshness } from '../freshness.js';
import { Ledger } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';
import { standingResults } from './standing-results.js';

/** A person reads their own results; not older than `atLeast`. */
export class MyResults {
  constructor(
    readonly actor: Actor,
    readonly citizen: CitizenId,
    readonly atLeast: string | null,
  ) {}
}

/** One standing result, times in RFC 3339: `test` is LOINC, `result` SNOMED CT; texts are null where the laboratory gave none. */
export interface OwnResult {
  readonly sample: string;
  readonly test: string;
  readonly testName: string | null;
  readonly result: string;
  readonly collectedAt: string;
  readonly reportedAt: string;
  readonly centre: string | null;
  readonly corrected: boolean;
}

@QueryHandler(MyResults)
export class MyResultsHandler implements IQueryHandler<MyResults, Outcome<{ readonly results: readonly OwnResult[] }>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly readModels: ReadModels,
    private readonly freshness: Freshness,
  ) {}

  async execute({ actor, citizen, atLeast }: MyResults): Promise<Outcome<{ readonly results: readonly OwnResult[] }>> {
    const stale = await this.freshness.refusal(actor.account, atLeast);
    if (stale !== undefined) return stale;
    const events = await this.ledger.openAll(sampleCodec, await this.readModels.ownResults(citizen));
    const results = standingResults(events).map(({ sample, corrected, result: { test, testName, result, collectedAt, reportedAt, centre } }) => ({
      sample, test, testName, result, collectedAt: formatInstant(collectedAt), reportedAt: formatInstant(reportedAt), centre, corrected,
    }));
    return done({ results });
  }
}

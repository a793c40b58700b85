import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { sampleCodec, type TestResult } from '../../domain/sample/index.js';
import { type Status, statusOf } from '../../domain/status/index.js';
import { type CitizenId, formatInstant, type SampleId } from '../../kernel/index.js';
import { Freshness } from '../freshness.js';
import { Ledger } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock, ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';
import { standingResults } from '../samples/standing-results.js';

/** Somebody's own code, not older than `atLeast`. */
export class MyCode {
  constructor(
    readonly actor: Actor,
    readonly citizen: CitizenId,
    readonly atLeast: string | null,
  ) {}
}

/** The status as the rule `rule` gives it at `asOf`, on the evidence named; it holds in [since, validUntil) unless a newer result comes. */
export interface OwnCode {
  readonly asOf: string;
  readonly rule: string;
  readonly status: Status;
  readonly since: string | null;
  readonly validUntil: string | null;
  readonly evidence: { readonly test: string; readonly result: string; readonly collectedAt: string } | null;
}

type Ground = Pick<TestResult, 'test' | 'result' | 'collectedAt'> & { readonly sample: SampleId };

@QueryHandler(MyCode)
export class MyCodeHandler implements IQueryHandler<MyCode, Outcome<OwnCode>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly readModels: ReadModels,
    private readonly freshness: Freshness,
  ) {}

  async execute({ actor, citizen, atLeast }: MyCode): Promise<Outcome<OwnCode>> {
    const stale = await this.freshness.refusal(actor.account, atLeast);
    if (stale !== undefined) return stale;
    const now = this.clock.now();
    const results = await this.results(citizen);
    const { status, rule, since, validUntil, evidence } = statusOf(results, now, CN_1);
    const ground = results.find(({ sample }) => sample === evidence);
    return done({
      asOf: formatInstant(now),
      rule,
      status,
      since: since === null ? null : formatInstant(since),
      validUntil: validUntil === null ? null : formatInstant(validUntil),
      evidence: ground === undefined ? null : { test: ground.test, result: ground.result, collectedAt: formatInstant(ground.collectedAt) },
    });
  }

  /** None at all where one of them stays shut: what cannot be read might be the newest. */
  private async results(citizen: CitizenId): Promise<readonly Ground[]> {
    const events = await this.ledger.openAll(sampleCodec, await this.readModels.ownResults(citizen));
    const results = standingResults(events);
    return results.length === events.length ? results.map(({ sample, result: { test, result, collectedAt } }) => ({ sample, test, result, collectedAt })) : [];
  }
}

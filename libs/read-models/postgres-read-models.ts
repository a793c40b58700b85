import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import {
  type AccessEntry,
  type BasisRow,
  type ClaimRow,
  type LockedBarcode,
  type ProxyView,
  ReadModels,
  ReadModelsUnavailable,
  type ReadModelStatus,
  type SealedEvent,
} from '../application/ports/index.js';
import { coalesced } from '../event-loop/index.js';
import { type BasisId, type CitizenId, ClaimId, formatInstant, type Instant, type StaffId } from '../kernel/index.js';
import type { AtInstitution } from '../application/request.js';
import { accessEntry, type BasisLine, basisRow, type ClaimLine, claimRow, lockedBarcode, type LockedLine, type ProxyLine, proxyView, sealedEvent } from './answers.js';
import type { AccessEntryRow, Copy } from './entities.js';
import { PositionHint } from './position-hint.js';
import { asked, QUESTIONS } from './questions.js';

/** An institution as rows may have it: by its id, or, of what was recorded before institutions had ids, by its name. */
const bothWays = ({ institution, institutionName }: AtInstitution): readonly string[] => [institution, institutionName];

interface Tie {
  readonly one: CitizenId;
  readonly other: CitizenId;
  readonly since: Instant;
}

interface Pair {
  readonly basis: BasisId;
  readonly viewer: CitizenId;
  readonly now: Instant;
}

/** How often the database is asked for its position while somebody waits and no projector of this process says anything, in milliseconds. */
const LOOK_AGAIN = 10;

/** How long one look may take, however little time is left. */
const LOOK_AT_LEAST = 50;

/** Answers from Postgres as the API's role, through the functions of schema `api`. The pool is its maker's to end. */
export class PostgresReadModels extends ReadModels {
  readonly #view = coalesced((pairs: readonly Pair[]) => this.#views(pairs));
  readonly #own = coalesced((citizens: readonly CitizenId[]) => this.#ownOf(citizens));
  readonly #tie = coalesced((pairs: readonly Tie[]) => this.#ties(pairs));
  readonly #look = coalesced((askers: readonly null[]) => this.#lookOnce(askers));

  constructor(
    private readonly pool: Pool,
    private readonly hint = new PositionHint(),
  ) {
    super();
    // A connection lost while idle: the pool opens another. Unheard, it would end the process; and the database may have crashed.
    pool.on('error', () => this.hint.forget());
    // Whoever has no session left hears of no crash.
    pool.on('remove', () => this.hint.forget());
  }

  async proxyView(basis: BasisId, viewer: CitizenId, now: Instant): Promise<ProxyView | undefined> {
    return this.#view({ basis, viewer, now });
  }

  async position(): Promise<bigint> {
    return this.#look(null);
  }

  async reached(position: bigint, milliseconds: number): Promise<boolean> {
    const until = performance.now() + milliseconds;
    while (this.hint.position < position) {
      const left = until - performance.now();
      // A database that fails or does not answer has not been heard to have passed anything.
      await Promise.race([this.position().catch(() => undefined), this.hint.moved(Math.max(left, LOOK_AT_LEAST))]);
      if (this.hint.position >= position) break;
      if (left <= 0) return false;
      await this.hint.moved(Math.min(left, LOOK_AGAIN));
    }
    return true;
  }

  async ownResults(citizen: CitizenId): Promise<readonly SealedEvent[]> {
    return this.#own(citizen);
  }

  async disclosures(citizen: CitizenId, before: bigint | null, limit: number): Promise<readonly AccessEntry[]> {
    return (await this.#rows<Copy & Pick<AccessEntryRow, 'kind'>>(asked(QUESTIONS.disclosures, citizen, before?.toString() ?? null, limit))).map(accessEntry);
  }

  async quarantine(clinic: AtInstitution, before: bigint | null, limit: number): Promise<readonly LockedBarcode[]> {
    return (await this.#rows<LockedLine>(asked(QUESTIONS.quarantine, bothWays(clinic), before?.toString() ?? null, limit))).map(lockedBarcode);
  }

  async basesOf(citizen: CitizenId): Promise<readonly BasisRow[]> {
    return (await this.#rows<BasisLine>(asked(QUESTIONS.basesOf, citizen))).map(basisRow);
  }

  async heldConsents(viewer: CitizenId, now: Instant): Promise<number> {
    return this.#one(asked(QUESTIONS.heldConsents, viewer, formatInstant(now)), Number);
  }

  async haveTie(one: CitizenId, other: CitizenId, since: Instant): Promise<boolean> {
    return this.#tie({ one, other, since });
  }

  async claimsOf(claimant: CitizenId): Promise<readonly ClaimRow[]> {
    return (await this.#rows<ClaimLine>(asked(QUESTIONS.claimsOf, claimant))).map(claimRow);
  }

  async heldClaim(registrar: StaffId, now: Instant): Promise<ClaimId | undefined> {
    return (await this.#claims(asked(QUESTIONS.heldClaim, registrar, formatInstant(now))))[0];
  }

  async waitingClaims(registrar: StaffId, office: AtInstitution, now: Instant, limit: number): Promise<readonly ClaimId[]> {
    return this.#claims(asked(QUESTIONS.waitingClaims, registrar, bothWays(office), formatInstant(now), limit));
  }

  async unfinishedClaims(limit: number): Promise<readonly ClaimId[]> {
    return this.#claims(asked(QUESTIONS.unfinishedClaims, limit));
  }

  async status(): Promise<ReadModelStatus> {
    const [position, counts] = await Promise.all([this.position(), this.#rows<{ name: string; rows: string }>(asked(QUESTIONS.counts))]);
    return { position, counts: Object.fromEntries(counts.map(({ name, rows }) => [name, Number(rows)])) };
  }

  async #views(pairs: readonly Pair[]): Promise<readonly (ProxyView | undefined)[]> {
    const columns = [pairs.map(({ basis }) => basis), pairs.map(({ viewer }) => viewer), pairs.map(({ now }) => formatInstant(now))];
    const lines = await this.#rows<ProxyLine>(asked(QUESTIONS.proxyView, ...columns));
    const byPair = Map.groupBy(lines, (line) => line.asked);
    return pairs.map(({ basis }, index) => proxyView(basis, byPair.get(index + 1) ?? []));
  }

  async #ties(pairs: readonly Tie[]): Promise<readonly boolean[]> {
    const columns = [pairs.map(({ one }) => one), pairs.map(({ other }) => other), pairs.map(({ since }) => formatInstant(since))];
    return (await this.#rows<{ answer: unknown }>(asked(QUESTIONS.haveTie, ...columns))).map(({ answer }) => answer === true);
  }

  async #ownOf(citizens: readonly CitizenId[]): Promise<readonly (readonly SealedEvent[])[]> {
    const found = citizens.map((): SealedEvent[] => []);
    for (const line of await this.#rows<Copy & { readonly asked: number }>(asked(QUESTIONS.ownResults, citizens))) found[line.asked - 1]?.push(sealedEvent(line));
    return found;
  }

  async #lookOnce(askers: readonly null[]): Promise<readonly bigint[]> {
    const [row] = await this.#rows<{ position: string }>(asked(QUESTIONS.position));
    const position = BigInt(row?.position ?? 0);
    this.hint.advance(position);
    return askers.map(() => position);
  }

  async #claims(question: QueryConfig): Promise<readonly ClaimId[]> {
    const rows = await this.#rows<{ claim: string | null }>(question);
    return rows.flatMap(({ claim }) => (claim === null ? [] : [ClaimId(claim)]));
  }

  async #one<T>(question: QueryConfig, read: (value: unknown) => T): Promise<T> {
    const [row] = await this.#rows<{ answer: unknown }>(question);
    if (row === undefined) throw new Error('a function answered nothing');
    return read(row.answer);
  }

  async #rows<R extends QueryResultRow>(question: QueryConfig): Promise<readonly R[]> {
    try {
      return (await this.pool.query<R>(question)).rows;
    } catch (cause) {
      this.hint.forget();
      throw new ReadModelsUnavailable({ cause });
    }
  }
}

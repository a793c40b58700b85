import { Injectable } from '@nestjs/common';
import { admitRow, checkRow, type Holder, type LabRow, readRow, recordRow, type RecordRow, type Sample, type SampleEvent, type TestResult, type Verdict } from '../../domain/sample/index.js';
import { StoreUnavailable, type Verdict as AppendVerdict } from '../../event-store/index.js';
import type { CitizenId, EventId, InstitutionName, Instant, SampleId } from '../../kernel/index.js';
import { VaultUnavailable } from '../../vault/index.js';
import { COMMAND_DEADLINE, decisionInstant, Ledger, type Loaded, type Recording } from '../ledger/index.js';
import { Names } from '../names.js';
import { People } from '../people/people.js';
import { Clock, ReadModelsUnavailable } from '../ports/index.js';
import type { CommandRequest, Duty, Standing } from '../request.js';
import { Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { sampleAggregate } from './sample-aggregate.js';
import { Turns } from './turns.js';

/** A line of the feed: its bytes, or its fields where its form named them; one longer than a row may be, or no record of its form, has neither, but had a `length` in bytes. */
export type LabLine =
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'too-long' | 'unreadable'; readonly length: number };

/** What became of the `line`-th row, counted from 1. `sample` is there where the barcode is one of this clinic's. */
export interface RowVerdict {
  readonly line: number;
  readonly verdict: Verdict;
  readonly sample?: SampleId;
}

/** A row that is good by itself: the rest depends on its tube. */
interface GoodRow {
  readonly line: number;
  readonly sample: SampleId;
  readonly row: LabRow;
  readonly result: TestResult;
  /** What was decided when its event was sent off: where the outcome stayed unknown and the event turns out to be there, this was it. */
  decided?: Verdict;
}

/** What is known of whose tube it is, and of the sender's dealings with them. */
type OfHolder = Pick<RecordRow, 'holder' | 'tied'>;

/** What is decided about all rows of one tube: in order, appended together or not at all. */
interface TubeDecision {
  readonly rows: readonly GoodRow[];
  readonly verdicts: readonly RowVerdict[];
  readonly recording: Recording<Sample, SampleEvent>;
}

type Judged = GoodRow | RowVerdict;

/** A page of rows, each looked at by itself, and the tubes that its good rows are about. */
export interface CheckedPage {
  readonly rows: readonly Judged[];
  readonly samples: readonly SampleId[];
  readonly holds: ReadonlySet<SampleId>;
}

/** Whose rows they are, and whether they may still send them. */
export interface Sender {
  readonly request: CommandRequest;
  readonly stands: Standing;
}

/** Pages that a process judges at once, of all its imports: more would wait in the store's queue instead, where they are refused when it is full. */
const AT_ONCE = 4;

/** Where a page of rows is judged. Idempotent per barcode: what is sent again is known by its tube. */
@Injectable()
export class PageDesk {
  private readonly turns = new Turns(AT_ONCE);

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly people: People,
    private readonly ties: Ties,
  ) {}

  /** Looks at each row by itself. `first`: the number of the page's first line. */
  check({ institutionName }: Duty, page: readonly LabLine[], first: number): CheckedPage {
    const now = this.clock.now();
    const rows = page.map((line, index) => this.checkLine(line, first + index, institutionName, now));
    const holds = new Set<SampleId>();
    for (const row of rows) if ('row' in row) holds.add(row.sample);
    return { rows, samples: [...holds], holds };
  }

  /** A verdict for each line, in order. Rows that conflicts or an outage kept from being judged are `busy`. Rejects, with nothing recorded, where the sender no longer stands. */
  judge(sender: Sender, { rows }: CheckedPage): Promise<readonly RowVerdict[]> {
    return this.turns.take(() => this.judgeNow(sender, rows));
  }

  private async judgeNow(sender: Sender, judged: readonly Judged[]): Promise<readonly RowVerdict[]> {
    const settled = new Map<number, RowVerdict>();
    const until = performance.now() + COMMAND_DEADLINE;
    let waiting = judged.filter((row) => 'row' in row);
    // Somebody who may send nothing is told of no page, also of one that nothing can come of.
    if (waiting.length === 0) await sender.stands().catch(unlessOutOfReach);
    while (waiting.length > 0 && performance.now() < until) {
      for (const verdict of await this.round(sender, waiting)) settled.set(verdict.line, verdict);
      waiting = waiting.filter(({ line }) => !settled.has(line));
    }
    return judged.map((row) => ('verdict' in row ? row : (settled.get(row.line) ?? { line: row.line, verdict: 'busy' })));
  }

  private checkLine(line: LabLine, number: number, clinic: InstitutionName, now: Instant): Judged {
    const row = rowOf(line);
    if (row === undefined) return { line: number, verdict: 'format' };
    const result = checkRow(row, now);
    return typeof result === 'string' ? { line: number, verdict: result } : { line: number, sample: this.names.sample(clinic, row.ci), row, result };
  }

  /** One read and one append for all tubes; the verdicts that are certain after it. */
  private async round(sender: Sender, rows: readonly GoodRow[]): Promise<readonly RowVerdict[]> {
    try {
      const decisions = await this.decide(sender, rows);
      const recordings = decisions.map(({ recording }) => recording).filter(({ events }) => events.length > 0);
      const appended = await this.ledger.recordAll(recordings);
      const outcomes = new Map(recordings.map(({ onto }, index) => [onto.stream, appended[index]]));
      return decisions.flatMap((decision) => certain(decision, outcomes.get(decision.recording.onto.stream)));
    } catch (error) {
      unlessOutOfReach(error);
      return rows.map(busy);
    }
  }

  private async decide({ request, stands }: Sender, rows: readonly GoodRow[]): Promise<readonly TubeDecision[]> {
    const tubes = [...Map.groupBy(rows, ({ sample }) => sample)];
    const [loaded, ties] = await Promise.all([this.ledger.loadMany(JUDGED, tubes.map(([sample]) => streams.sample(sample))), this.ties.ownOf(request.actor), stands()]);
    if (ties === undefined) throw new ReadModelsUnavailable();
    const citizens = [...new Set(loaded.flatMap(({ state }) => (state.status === 'none' ? [] : [state.citizen])))];
    const [holders, tied] = await Promise.all([this.people.holdersOf(citizens), ties.among(request.actor, citizens)]);
    return tubes.flatMap(([, ofTube], index) => {
      const onto = loaded[index];
      return onto === undefined ? [] : [this.decideTube(request, ofTube, onto, holderOf(onto, { holders, tied }))];
    });
  }

  private decideTube(request: CommandRequest, rows: readonly GoodRow[], onto: Loaded<Sample>, ofHolder: OfHolder): TubeDecision {
    const at = decisionInstant(onto, this.clock.now());
    const events: { readonly id: EventId; readonly event: SampleEvent }[] = [];
    let tube = onto.state;
    const verdicts = rows.map((row): RowVerdict => {
      const id = request.eventId(onto.stream, row.line);
      if (onto.commands.has(id) && row.decided !== undefined) return verdictOf(row, row.decided);
      const { verdict, event } = recordRow({ row: row.row, result: row.result, ...ofHolder, at }, tube);
      row.decided = verdict;
      if (event === undefined) return verdictOf(row, verdict);
      events.push({ id, event });
      tube = sampleAggregate.evolve(tube, event);
      return verdictOf(row, verdict);
    });
    return { rows, verdicts, recording: { of: sampleAggregate, onto, events } };
  }
}

/** Tubes as judging needs them: of what is sealed, only the result. */
const JUDGED: typeof sampleAggregate = { ...sampleAggregate, opens: new Set(['result']) };

function rowOf(line: LabLine): LabRow | undefined {
  if (line.kind === 'line') return readRow(line.bytes);
  return line.kind === 'fields' ? admitRow(line.fields) : undefined;
}

const holderOf = ({ state }: Loaded<Sample>, { holders, tied }: { readonly holders: ReadonlyMap<CitizenId, Holder>; readonly tied: ReadonlySet<CitizenId> }): OfHolder =>
  state.status === 'none' ? { holder: undefined, tied: false } : { holder: holders.get(state.citizen), tied: tied.has(state.citizen) };

/** A barcode that is not this clinic's says nothing about whose it is. */
const verdictOf = ({ line, sample }: GoodRow, verdict: Verdict): RowVerdict => (verdict === 'barcode' ? { line, verdict } : { line, verdict, sample });

/** Throws what is no machine out of reach: those may be back for the same rows later. */
function unlessOutOfReach(error: unknown): void {
  if (!(error instanceof StoreUnavailable || error instanceof VaultUnavailable || error instanceof ReadModelsUnavailable)) throw error;
}

const busy = ({ line }: GoodRow): RowVerdict => ({ line, verdict: 'busy' });

/** Nothing is certain after a conflict or an unknown outcome: these rows are decided again. */
function certain({ rows, verdicts, recording }: TubeDecision, appended: AppendVerdict | undefined): readonly RowVerdict[] {
  if (recording.events.length === 0 || appended?.kind === 'appended') return verdicts;
  return appended?.kind === 'unavailable' || appended?.kind === 'too-large' ? rows.map(busy) : [];
}

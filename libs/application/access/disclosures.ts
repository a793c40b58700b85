import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { allows, type Answer, type ViewDisclosed } from '../../domain/access/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { StreamName } from '../../event-store/index.js';
import { type Instant, later, open } from '../../kernel/index.js';
import { guards } from '../guardianship/guards.js';
import { Ledger } from '../ledger/index.js';
import { LAG, LogEnd } from '../log-end.js';
import { Names } from '../names.js';
import { Clock, type ProxyView, ReadModels } from '../ports/index.js';
import { Remembered } from '../remembered.js';
import { streams } from '../streams.js';
import type { AskedView, No, Ruling, Yes } from './asked-view.js';
import { type BasisHistory, readBasis } from './basis-history.js';
import { Queues } from './queues.js';
import { recordView } from './record-view.js';

const REMEMBERED = 50_000;
const CONFLICTS = 5;
const AFTER_CONFLICT = 20;
/** How long a view waits for its turn, in milliseconds. */
const TURN = 3_000;

const BUSY = { kind: 'failed', code: 'busy' } as const;
const BEHIND = { kind: 'failed', code: 'read-models-behind' } as const;

/** A view in the queue of its basis's stream. */
interface Queued extends AskedView {
  readonly stream: StreamName;
}

/** A history and what `allows` says on it. */
interface Decided {
  readonly history: BasisHistory;
  readonly at: Instant;
  readonly answer: Answer;
}

/** Steps 2 to 6 of the life of a view: decides on the basis's stream and records before anything is shown. What is remembered here is a hint and never an answer. */
@Injectable()
export class Disclosures {
  private readonly queues = new Queues();
  private readonly histories = new Remembered<StreamName, BasisHistory>(REMEMBERED);

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly readModels: ReadModels,
    private readonly names: Names,
    private readonly logEnd: LogEnd,
  ) {}

  /** Views of one stream queue here: within a process they never conflict with each other. */
  disclose(asked: AskedView): Promise<Ruling> {
    const queued = { ...asked, stream: streams.basis(asked.basis) };
    return this.queues.run(queued.stream, async () => (performance.now() - asked.arrived > TURN ? BUSY : this.inTurn(queued)));
  }

  private async inTurn(asked: Queued): Promise<Ruling> {
    let decided = await this.decide(asked);
    for (let conflicts = 0; conflicts <= CONFLICTS; conflicts += 1) {
      const { history, answer } = decided;
      if (answer.kind !== 'yes') return this.refuse(asked, decided, answer);
      if (!(await this.canBeShown(asked, history))) return this.refuse(asked, decided, { kind: 'no' });
      const ruling = (await this.caughtUp(history.changedAt, asked)) ? await this.attempt(asked, decided, answer) : BEHIND;
      if (ruling !== undefined) return ruling;
      await sleep(AFTER_CONFLICT);
      decided = this.judge(asked, await history.again());
    }
    return BUSY;
  }

  /** A yes may come from what is remembered, while the keys of what was opened are there: the append judges it. A no comes from the stream, also where there is none. */
  private async decide(asked: Queued): Promise<Decided> {
    const remembered = this.histories.get(asked.stream);
    if (remembered === undefined || !(await this.ledger.holds(remembered.keys()))) return this.judge(asked, await readBasis(this.ledger, asked.basis));
    const hint = this.judge(asked, remembered);
    return hint.answer.kind === 'yes' ? hint : this.judge(asked, await remembered.again());
  }

  /** Whose keys are gone is not there: nothing is recorded of a view that nobody could be shown, nor could be. */
  private canBeShown({ basis }: Queued, history: BasisHistory): Promise<boolean> {
    const owner = history.parties(basis)?.subject;
    return this.ledger.holds(owner === undefined ? [] : [{ owner, class: 'person' }, { owner, class: 'access-log' }]);
  }

  private judge(asked: AskedView, history: BasisHistory): Decided {
    const at = history.decidedAt(this.clock.now());
    return { history, at, answer: allows(asked, history.basis(asked.basis), at) };
  }

  /** One round; undefined where it has to be decided again on fresh history. */
  private async attempt(asked: Queued, { history, at }: Decided, shown: Yes): Promise<Ruling | undefined> {
    const id = this.names.view();
    const view = viewOf(asked, history, shown, at);
    const [recorded, row, hides] = await Promise.allSettled([recordView(history, id, view), this.readModels.proxyView(asked.basis, asked.viewer, at), this.hidesInstitution(view, shown)]);
    this.remember(asked, recorded.status === 'fulfilled' && recorded.value === 'recorded' ? history.after(view) : undefined);
    const outcome = fulfilled(recorded);
    if (outcome !== 'recorded') return outcome === 'conflict' ? undefined : BUSY;
    // Acknowledged too late: what was recorded stands as withheld, and the answer is decided afresh.
    const now = later(this.clock.now(), at);
    if (now < shown.from || now >= shown.until) return undefined;
    const sealed = fulfilled(row);
    return belongs(sealed, view) ? { kind: 'disclosed', id, at, shown: { ...shown, hidesInstitution: fulfilled(hides) }, row: sealed } : BUSY;
  }

  /** A guardian is not told where, whatever they look by: somebody may have become one since they were granted it. */
  private async hidesInstitution({ data }: ViewDisclosed, { hidesInstitution, scope }: Yes): Promise<boolean> {
    return hidesInstitution || (scope === 'results' && guards(this.ledger, this.names, data, data.at));
  }

  /** Remembers what says no, too: from the second time on, a basis that ended costs what one that never was does. */
  private refuse(asked: Queued, { history, at }: Decided, answer: No): Ruling {
    if (history.exists) this.remember(asked, history);
    return { kind: 'refused', answer, parties: history.parties(asked.basis), at };
  }

  private remember({ stream }: Queued, history: BasisHistory | undefined): void {
    if (history === undefined) this.histories.forget(stream);
    else this.histories.put(stream, history);
  }

  /** Whether the read models have passed the basis's last change, and what was acknowledged some seconds ago. */
  private caughtUp(changedAt: bigint, { arrived }: AskedView): Promise<boolean> {
    return this.logEnd.passedBy(this.readModels, { position: changedAt, within: Math.max(0, LAG - (performance.now() - arrived)) });
  }
}

function viewOf({ basis, viewer, purpose, viewerName }: AskedView, history: BasisHistory, { scope }: Yes, at: Instant): ViewDisclosed {
  const subject = history.parties(basis)?.subject;
  if (subject === undefined) throw new Error('a basis without a subject');
  return { type: 'ViewDisclosed', data: { basis, viewer, subject, scope, purpose, rule: CN_1.version, viewerName: open(viewerName), at } };
}

function fulfilled<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/** The row that was read must be the one that was decided on. */
const belongs = (row: ProxyView | undefined, { data }: ViewDisclosed): row is ProxyView => row !== undefined && row.basis === data.basis && row.subject === data.subject;

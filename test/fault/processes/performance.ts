import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEntry } from '../checker/history.js';
import { Random } from '../simulation/machine/random.js';
import { decides } from './clients/decides.js';
import type { Crowd } from './clients/crowd.js';
import type { Sender } from './clients/send.js';
import type { Fault, Trace } from './faults/index.js';
import { compareFilled, compareFollower, judge, readLog, type Wrong } from './judge.js';
import { readRows } from './rows.js';
import type { Act, Outcome, Plan, Say, Survived } from './plan.js';
import type { Filled } from './stage/fill.js';
import type { Follower } from './stage/follower.js';
import type { Rebuilds } from './stage/rebuilds.js';
import type { Stage } from './stage/stage.js';

/** Whom a plan is played with. */
export interface Company {
  readonly began: number;
  readonly stage: Stage;
  readonly sender: Sender;
  readonly crowd: Crowd;
  readonly filled: Filled | undefined;
  readonly follower: Follower;
  readonly rebuilds: Rebuilds;
}

/** One fault at a time in each: what the database suffers, and what bytes do on their way, goes on beside what the processes suffer. */
const LANES = [['api', 'projector'], ['ground']] as const;
const LANES_APART = [['api'], ['projector'], ['ground']] as const;

/** How long the next one waits for everybody to decide again, in milliseconds. */
const BREATHES = 2_000;

/** A lane of an act: which, and until when. */
interface Lane {
  readonly at: readonly Fault['at'][];
  readonly number: number;
  readonly until: number;
}

/** The acts of one stage, with what was seen of them. */
export class Performance {
  private readonly survived: Survived[] = [];
  private readonly wrong: Wrong[] = [];
  private readonly lines: string[] = [];
  private readonly left = new Map<string, string>();
  private readonly recovering: Promise<void>[] = [];
  /** How many faults were begun, and how many of them go on. */
  private readonly struck = { all: 0, now: 0 };
  private log: readonly LogEntry[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly company: Company,
    private readonly say: Say,
  ) {}

  async play(): Promise<Outcome> {
    for (const [number, act] of this.plan.acts.entries()) if (this.wrong.length === 0) await this.act(act, number);
    this.company.crowd.end();
    return { began: this.company.began, survived: this.survived, wrong: this.wrong, seen: this.company.sender.seen, log: this.log, lines: this.lines, left: this.left };
  }

  private async act(act: Act, number: number): Promise<void> {
    const { began, crowd, rebuilds } = this.company;
    crowd.start();
    const ending = new AbortController();
    const rebuilding = rebuilds.run(ending.signal);
    const until = Math.min(performance.now() + act.seconds * 1_000, began + (act.by ?? Infinity) * 1_000);
    if (act.oneByOne === true) await this.oneByOne(act, { at: [], number, until });
    else await Promise.all([...(act.apart === true ? LANES_APART : LANES).map((at) => this.lane(act, { at, number, until })), ...this.beside(act, number)]);
    ending.abort();
    await Promise.all([crowd.rest(), rebuilding, ...this.recovering.splice(0)]);
    try {
      this.wrong.push(...(await this.judged(act)));
    } catch (error) {
      this.fail('when all should be well again', error);
    }
  }

  /** One fault after another: each once, then by their weights. */
  private async lane({ faults }: Act, { at, number, until }: Lane): Promise<void> {
    const { seed } = this.plan;
    const random = new Random(`plan ${seed} ${number} ${at.join(' ')}`);
    const here = faults.filter((fault) => at.includes(fault.at) && this.isPossible(fault));
    const first = shuffled(here, random);
    for (let count = 0; here.length > 0 && this.wrong.length === 0 && performance.now() < until; count += 1) {
      const fault = first.shift() ?? chosen(random, here);
      await sleep(random.around(300));
      await this.suffer(fault, new Random(`fault ${seed} ${number} ${at.join(' ')} ${count}`));
    }
  }

  private async oneByOne({ faults }: Act, { number, until }: Lane): Promise<void> {
    const { seed } = this.plan;
    for (const fault of shuffled(faults.filter((fault) => this.isPossible(fault)), new Random(`order ${seed} ${number}`))) {
      if (this.wrong.length === 0 && performance.now() < until) await this.suffer(fault, new Random(`alone ${seed} ${number} ${fault.name}`), Infinity);
    }
  }

  /** What begins with an act, each once and all at a time. */
  private beside({ faults }: Act, number: number): readonly Promise<void>[] {
    return faults.filter((fault) => fault.at === 'beside' && this.isPossible(fault)).map((fault) => this.suffer(fault, new Random(`beside ${this.plan.seed} ${number} ${fault.name}`)));
  }

  private isPossible(fault: Fault): boolean {
    const why = fault.impossible?.(this.company.stage);
    if (why !== undefined) this.left.set(fault.name, why);
    return why === undefined;
  }

  /** `breathes`: how long is waited until everybody decides again, in milliseconds. */
  private async suffer(fault: Fault, random: Random, breathes = BREATHES): Promise<void> {
    const { stage, sender, follower } = this.company;
    const began = performance.now();
    this.lines.push(`${began.toFixed(0)} + ${fault.name}`);
    if (fault.at !== 'beside') this.begin();
    try {
      const trace = await fault.strike({ stage, sender, random, follower, progress: (line) => this.note(`  ${line}`) });
      this.note(`- ${fault.name}: ${trace.seen}${trace.bit ? '' : ' (it did not bite)'}, ${((performance.now() - began) / 1_000).toFixed(1)} s`);
      const back = this.back({ ...trace, name: fault.name, at: fault.at, began, ended: performance.now() });
      this.recovering.push(back);
      await (breathes === Infinity ? back : Promise.race([back, sleep(breathes)]));
    } catch (error) {
      this.fail(fault.name, error);
    } finally {
      if (fault.at !== 'beside') this.struck.now -= 1;
    }
  }

  private begin(): void {
    this.struck.all += 1;
    this.struck.now += 1;
  }

  /** Survived once everybody decides again, whatever else goes on by then. */
  private async back(struck: Trace & Pick<Survived, 'name' | 'at' | 'began' | 'ended'>): Promise<void> {
    const { struck: { all, now } } = this;
    try {
      const { stage, sender } = this.company;
      const back = await decides(stage, sender, new Random(`decides ${this.plan.seed} ${all}`));
      this.survived.push({ ...struck, back, alone: now <= 1 && all === this.struck.all });
    } catch (error) {
      this.fail(struck.name, error);
    }
  }

  private fail(name: string, error: unknown): void {
    const what = `${name}: ${error instanceof Error ? error.message : 'it failed'}`;
    this.wrong.push({ name: 'not-serving', what });
    this.note(`! ${what}`);
  }

  private note(line: string): void {
    this.lines.push(`${performance.now().toFixed(0)} ${line}`);
    this.say(line);
  }

  /** Nothing goes wrong any more: everybody looks once more, and everything is held against everything. */
  private async judged({ clockError }: Act): Promise<readonly Wrong[]> {
    const { stage, sender: { seen, settled }, crowd, follower, rebuilds, filled } = this.company;
    const isRebuilt = await rebuilds.once();
    const last = await crowd.lookAtEverything();
    const unserved = last.filter(({ outcome }) => outcome !== 'done' && outcome !== 'refused').map(({ target, code }) => ({ name: 'not-serving', what: `a view of ${target}, when all is well again: ${code ?? 'no answer'}` }) as const);
    const { entries, ids } = await readLog(stage.database, filled);
    this.log = entries;
    const { rows, others } = await readRows(stage.database, ids.length, filled);
    for (const until = performance.now() + 30_000; follower.position < ids.length && performance.now() < until; ) await sleep(20);
    const wrong = judge({ seen, log: entries, rows, surnames: settled.town.surnames, clockError, filled });
    this.say(`judged: ${seen.operations.length} operations, ${seen.shown} views shown, ${ids.length} events, ${wrong.length} wrong`);
    this.say(`${rebuilds.counts.done} rebuilds, ${rebuilds.counts.cut} cut short`);
    const differing = [...rebuilds.differing, ...(isRebuilt ? [] : ['a rebuild that nobody disturbed did not come to its end'])].map((what) => ({ name: 'rebuild-differs', what }) as const);
    const strange = [...stage.apis.map(({ life }) => life), stage.projector].flatMap((life) => life.strange).map((what) => ({ name: 'broken', what }) as const);
    return [...unserved, ...differing, ...strange, ...wrong, ...compareFilled(filled, { ids, rows: others }), ...compareFollower('a follower', follower, ids)];
  }
}

const shuffled = (faults: readonly Fault[], random: Random): Fault[] =>
  faults
    .map((fault) => ({ fault, order: random.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ fault }) => fault);

function chosen(random: Random, faults: readonly Fault[]): Fault {
  const name = random.weighted(Object.fromEntries(faults.map(({ name, weight }) => [name, weight])));
  const fault = faults.find((each) => each.name === name);
  if (fault === undefined) throw new Error('nothing to choose from');
  return fault;
}

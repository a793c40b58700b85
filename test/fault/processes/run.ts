import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEntry } from '../checker/history.js';
import { Random } from '../simulation/machine/random.js';
import { Crowd } from './clients/crowd.js';
import { Seen } from './clients/seen.js';
import { Sender } from './clients/send.js';
import { settle, type Size } from './clients/town.js';
import type { Fault, Trace } from './faults/index.js';
import { compareFollower, judge, readLog, readRows, type Wrong } from './judge.js';
import { Follower } from './stage/follower.js';
import { Rebuilds } from './stage/rebuilds.js';
import { Stage } from './stage/stage.js';

/** One stage from its beginning to its end. */
export interface Plan {
  readonly seed: number;
  readonly size: Size & { readonly clients: number; readonly consents: number };
  /** Between two things that somebody does, in milliseconds. */
  readonly pace: number;
  /** Played one after another; at the end of each everything is judged. */
  readonly acts: readonly Act[];
}

/** Some time with some faults. */
export interface Act {
  readonly seconds: number;
  /** However slow the machine is, no later than so many seconds after the stage was begun. */
  readonly by?: number;
  readonly faults: readonly Fault[];
  /** By how much a clock may be off, in milliseconds. */
  readonly clockError: number;
}

/** A fault that was survived. */
export interface Survived extends Trace {
  readonly name: string;
  /** How long it took until everybody could decide again, in milliseconds. */
  readonly back: number;
}

/** What came of a stage. */
export interface Outcome {
  readonly survived: readonly Survived[];
  readonly wrong: readonly Wrong[];
  readonly seen: Seen;
  readonly log: readonly LogEntry[];
  /** What was planted when, beside what clients saw. */
  readonly lines: readonly string[];
  /** Faults that this machine can't have, and why. */
  readonly left: ReadonlyMap<string, string>;
}

/** Tells how it goes. */
export type Say = (line: string) => void;

/** Plays a plan on a stage of its own, and judges after each act. */
export async function play(plan: Plan, say: Say): Promise<Outcome> {
  const began = performance.now();
  const stage = await Stage.start();
  say('two API processes, a projector and a PostgreSQL run');
  const follower = new Follower(stage.database);
  try {
    const settled = await settle(stage, plan.size, () => readLog(stage.database));
    say('everybody is enrolled');
    const seen = new Seen();
    for (const operation of settled.asked) seen.add(operation);
    const sender = new Sender(stage, settled, seen, new Random(`hand ${plan.seed}`));
    const crowd = new Crowd(sender, plan.seed, { clients: plan.size.clients, pace: plan.pace });
    await crowd.acquaint(plan.size.consents);
    say(`${sender.seen.consents.length} consents and ${settled.town.wards.length} guardianships, ${plan.size.clients} clients`);
    return await new Performance(plan, { began, stage, sender, crowd, follower: follower.start(), rebuilds: new Rebuilds(stage.operator) }, say).play();
  } finally {
    await follower.end();
    await stage.close();
  }
}

interface Company {
  readonly began: number;
  readonly stage: Stage;
  readonly sender: Sender;
  readonly crowd: Crowd;
  readonly follower: Follower;
  readonly rebuilds: Rebuilds;
}

/** One fault at a time in each: what the database suffers, and what bytes do on their way, goes on beside what the processes suffer. */
const LANES = ['processes', 'ground'] as const;

/** How long the next one waits for everybody to decide again, in milliseconds. */
const BREATHES = 2_000;

class Performance {
  private readonly survived: Survived[] = [];
  private readonly wrong: Wrong[] = [];
  private readonly lines: string[] = [];
  private readonly left = new Map<string, string>();
  private readonly recovering: Promise<void>[] = [];
  private log: readonly LogEntry[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly company: Company,
    private readonly say: Say,
  ) {}

  async play(): Promise<Outcome> {
    for (const [number, act] of this.plan.acts.entries()) if (this.wrong.length === 0) await this.act(act, number);
    this.company.crowd.end();
    return { survived: this.survived, wrong: this.wrong, seen: this.company.sender.seen, log: this.log, lines: this.lines, left: this.left };
  }

  private async act(act: Act, number: number): Promise<void> {
    const { began, crowd, rebuilds } = this.company;
    crowd.start();
    const ending = new AbortController();
    const rebuilding = rebuilds.run(ending.signal);
    const until = Math.min(performance.now() + act.seconds * 1_000, began + (act.by ?? Infinity) * 1_000);
    await Promise.all(LANES.map((lane) => this.lane(lane, act, { number, until })));
    ending.abort();
    await Promise.all([crowd.rest(), rebuilding, ...this.recovering.splice(0)]);
    try {
      this.wrong.push(...(await this.judged(act)));
    } catch (error) {
      this.fail('when all should be well again', error);
    }
  }

  /** One fault after another: each once, then by their weights. */
  private async lane(lane: Fault['at'], { faults }: Act, { number, until }: { readonly number: number; readonly until: number }): Promise<void> {
    const { seed } = this.plan;
    const random = new Random(`plan ${seed} ${number} ${lane}`);
    const here = faults.filter((fault) => fault.at === lane && this.isPossible(fault));
    const first = here.map((fault) => ({ fault, order: random.next() })).toSorted((a, b) => a.order - b.order);
    for (let count = 0; here.length > 0 && this.wrong.length === 0 && performance.now() < until; count += 1) {
      const fault = first.shift()?.fault ?? chosen(random, here);
      await sleep(random.around(300));
      await this.suffer(fault, new Random(`fault ${seed} ${number} ${lane} ${count}`));
    }
  }

  private isPossible(fault: Fault): boolean {
    const why = fault.impossible?.(this.company.stage);
    if (why !== undefined) this.left.set(fault.name, why);
    return why === undefined;
  }

  private async suffer(fault: Fault, random: Random): Promise<void> {
    const { stage, sender } = this.company;
    const began = performance.now();
    this.lines.push(`${began.toFixed(0)} + ${fault.name}`);
    try {
      const trace = await fault.strike({ stage, sender, random });
      this.note(`- ${fault.name}: ${trace.seen}${trace.bit ? '' : ' (it did not bite)'}, ${((performance.now() - began) / 1_000).toFixed(1)} s`);
      const back = this.back(fault.name, trace);
      this.recovering.push(back);
      await Promise.race([back, sleep(BREATHES)]);
    } catch (error) {
      this.fail(fault.name, error);
    }
  }

  /** Survived once everybody decides again, whatever else goes on by then. */
  private async back(name: string, trace: Trace): Promise<void> {
    try {
      this.survived.push({ ...trace, name, back: await this.company.stage.serves() });
    } catch (error) {
      this.fail(name, error);
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
    const { stage, sender: { seen, settled }, crowd, follower, rebuilds } = this.company;
    const isRebuilt = await rebuilds.once();
    const last = await crowd.lookAtEverything();
    const unserved = last.filter(({ outcome }) => outcome !== 'done' && outcome !== 'refused').map(({ target, code }) => ({ name: 'not-serving', what: `a view of ${target}, when all is well again: ${code ?? 'no answer'}` }) as const);
    this.log = await readLog(stage.database);
    const rows = await readRows(stage.database, this.log.length);
    for (const until = performance.now() + 30_000; follower.position < this.log.length && performance.now() < until; ) await sleep(20);
    const wrong = judge({ seen, log: this.log, rows, surnames: settled.town.surnames, clockError });
    this.say(`judged: ${seen.operations.length} operations, ${seen.shown} views shown, ${this.log.length} events, ${wrong.length} wrong`);
    this.say(`${rebuilds.counts.done} rebuilds, ${rebuilds.counts.cut} cut short`);
    const differing = [...rebuilds.differing, ...(isRebuilt ? [] : ['a rebuild that nobody disturbed did not come to its end'])].map((what) => ({ name: 'rebuild-differs', what }) as const);
    const strange = [...stage.apis.map(({ life }) => life), stage.projector].flatMap((life) => life.strange).map((what) => ({ name: 'broken', what }) as const);
    return [...unserved, ...differing, ...strange, ...wrong, ...compareFollower('a follower', follower, this.log)];
  }
}

function chosen(random: Random, faults: readonly Fault[]): Fault {
  const name = random.weighted(Object.fromEntries(faults.map(({ name, weight }) => [name, weight])));
  const fault = faults.find((each) => each.name === name);
  if (fault === undefined) throw new Error('nothing to choose from');
  return fault;
}

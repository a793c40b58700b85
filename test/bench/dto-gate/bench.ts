import type { Bench, BenchRun, Pairs } from '../bench.js';
import { inTurns, measuredAs, rangeOf, type Side } from '../pairs.js';
import { type ResultBody, rightBodies, wrongBodies } from './bodies.js';
import { bareAjv, byHand, edgeGate, type Gate, validationPipe } from './sides.js';

const BODIES = 64;

/** P17: the price of an exact gate in front of every body. */
export const bench: Bench = {
  names: ['P17'],
  what: 'the gate of a body: validate, validate and serialise',
  async run(run) {
    const bodies = rightBodies(BODIES);
    const [edge, ajv, hand, pipe] = [await edgeGate(), bareAjv(), byHand(), validationPipe()];
    for (const gate of [edge, ajv, hand, pipe]) await check(gate, bodies);
    const timed = new Timed(run, bodies);
    const pair = async (name: string, of: (gate: Gate) => Side, other: Gate): Promise<Pairs> =>
      inTurns(run, { name, unit: 'bodies/s', sides: [await timed.warm(of(edge)), await timed.warm(of(other))], rounds: run.quick ? 15 : 31 });
    const validate = (gate: Gate): Side => timed.side(gate.name, () => gate.admit(bodies));
    const serialise = (gate: Gate): Side => timed.side(gate.name, () => gate.write(bodies));
    const called = await pair('P17 validate, by hand', validate, hand);
    return [
      measuredAs(await pair('P17 validate', validate, pipe), { atLeast: 150 }, `; the two libraries called by hand, without Nest's pipe: ${rangeOf(called)}, median ${called.ratio.toPrecision(3)}`),
      measuredAs(await pair('P17 validate and serialise', serialise, pipe), { atLeast: 15 }),
      measuredAs(await pair('P17 vs ajv', validate, ajv), { atLeast: 0.9 }),
    ];
  },
};

/** Verdicts and texts must be those of every other gate before anything is measured. */
async function check(gate: Gate, bodies: readonly ResultBody[]): Promise<void> {
  const texts = await gate.write(bodies);
  const same = texts.length === bodies.length && texts.every((text, index) => JSON.stringify(JSON.parse(text)) === JSON.stringify(bodies[index]));
  if (!same || (await gate.admit(bodies)) !== bodies.length) throw new Error(`${gate.name} does not admit and write what is right`);
  for (const wrong of bodies.flatMap(wrongBodies)) if ((await gate.admit([wrong])) !== 0 || (await gate.write([wrong])).length !== 0) throw new Error(`${gate.name} admits ${JSON.stringify(wrong)}`);
}

/** Turns go through the same bodies for a while and answer how many a second of the processor's time that the process took: what others do meanwhile counts little. */
class Timed {
  private milliseconds = 0;

  constructor(
    private readonly run: BenchRun,
    private readonly bodies: readonly ResultBody[],
  ) {}

  side(name: string, all: () => unknown): Side {
    return { name, turn: () => this.turn(name, all) };
  }

  /** Once, for long, so that the compiler is done with it. */
  async warm(side: Side): Promise<Side> {
    this.milliseconds = this.run.quick ? 500 : 2_000;
    await side.turn();
    this.milliseconds = this.run.quick ? 200 : 500;
    return side;
  }

  private async turn(name: string, all: () => unknown): Promise<number> {
    const [started, ends] = [process.cpuUsage(), performance.now() + this.milliseconds];
    let passes = 0;
    for (; performance.now() < ends; passes++) {
      const done = all();
      const result = done instanceof Promise ? await done : done;
      if (typeof result === 'number' && result !== this.bodies.length) throw new Error(`${name} refused what is right`);
    }
    const { user, system } = process.cpuUsage(started);
    return (passes * this.bodies.length * 1e6) / (user + system);
  }
}

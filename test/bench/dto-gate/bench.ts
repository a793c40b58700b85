import { do_not_optimize } from 'mitata';
import type { Bench, BenchRun, Measured, Pairs } from '../bench.js';
import { inTurns, type Side } from '../pairs.js';
import { type ResultBody, rightBodies, wrongBodies } from './bodies.js';
import { bareAjv, classValidator, edgeGate, type Gate } from './sides.js';

const BODIES = 64;

/** P17: the price of an exact gate in front of every body. */
export const bench: Bench = {
  names: ['P17'],
  what: 'the gate of a body: validate, validate and serialise',
  async run(run) {
    const bodies = rightBodies(BODIES);
    const [edge, ajv, classes] = [await edgeGate(), bareAjv(), classValidator()];
    for (const gate of [edge, ajv, classes]) check(gate, bodies);
    const pair = (name: string, sides: readonly [Side, Side]): Promise<Pairs> => inTurns(run, { name, unit: 'bodies/s', sides, rounds: run.quick ? 15 : 31 });
    const validate = (gate: Gate): Side => side(run, gate.name, bodies, (body) => gate.admits(body));
    const serialise = (gate: Gate): Side => side(run, gate.name, bodies, (body) => gate.written(body));
    return [
      measured('P17-validate', await pair('P17-validate', [validate(edge), validate(classes)]), 150),
      measured('P17-validate-serialise', await pair('P17-validate-serialise', [serialise(edge), serialise(classes)]), 15),
      measured('P17-vs-ajv', await pair('P17-vs-ajv', [validate(edge), validate(ajv)]), 0.9),
    ];
  },
};

const measured = (name: string, { ratio, least, most }: Pairs, atLeast: number): Measured => ({ name, ratio, goal: { atLeast }, note: `${least.toPrecision(3)} to ${most.toPrecision(3)}` });

/** Verdicts and texts must be those of every other gate before anything is measured. */
function check(gate: Gate, bodies: readonly ResultBody[]): void {
  for (const body of bodies) {
    const text = gate.written(body);
    if (!gate.admits(body) || text === undefined || JSON.stringify(JSON.parse(text)) !== JSON.stringify(body)) throw new Error(`${gate.name} does not admit and write ${JSON.stringify(body)}`);
    for (const wrong of wrongBodies(body)) if (gate.admits(wrong)) throw new Error(`${gate.name} admits ${JSON.stringify(wrong)}`);
  }
}

/** A turn goes through the same bodies for a while and answers how many a second of this thread's own time: turns in which others hold the core count alike. */
const side = (run: BenchRun, name: string, bodies: readonly ResultBody[], work: (body: ResultBody) => unknown): Side => {
  const all = (): void => {
    for (const body of bodies) do_not_optimize(work(body));
  };
  const timed = (milliseconds: number): number => {
    const [started, ends] = [process.threadCpuUsage(), performance.now() + milliseconds];
    let passes = 0;
    for (; performance.now() < ends; passes += 10) for (let pass = 0; pass < 10; pass++) all();
    const { user, system } = process.threadCpuUsage(started);
    return (passes * bodies.length * 1e6) / (user + system);
  };
  // Once, so that the compiler is done with it.
  timed(run.quick ? 500 : 2_000);
  return { name, turn: () => Promise.resolve(timed(run.quick ? 200 : 500)) };
};

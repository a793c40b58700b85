import type Crypto from 'node:crypto';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type Timers from 'node:timers/promises';

// Required, not imported: where suites run, a module that was imported once keeps what it had then.
const require = createRequire(import.meta.url);
const crypto = require('node:crypto') as typeof Crypto;
const timers = require('node:timers/promises') as typeof Timers;

/** Where time and chance come from instead of the machine. */
export interface Source {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  fill(bytes: Uint8Array): void;
}

let source: Source | undefined;

const machine = { now: performance.now.bind(performance), sleep: timers.setTimeout, randomBytes: crypto.randomBytes, randomFillSync: crypto.randomFillSync };

function sleep<T>(milliseconds = 0, value?: T, options?: object): Promise<T | undefined> {
  return source === undefined ? machine.sleep(milliseconds, value, options) : source.sleep(milliseconds).then(() => value);
}

function randomFillSync(bytes: Buffer): Buffer {
  if (source === undefined) return machine.randomFillSync(bytes);
  source.fill(bytes);
  return bytes;
}

// The product asks the machine in four ways only (`grep performance.now`, `timers/promises`, `randomFillSync`, `randomBytes` over libs). They are taken over
// here, before the product is loaded, so that it needs no switch of its own; while nothing is simulated the machine answers as ever.
Object.assign(performance, { now: () => source?.now() ?? machine.now() });
Object.assign(timers, { setTimeout: sleep });
Object.assign(crypto, { randomFillSync, randomBytes: (count: number) => (source === undefined ? machine.randomBytes(count) : randomFillSync(Buffer.alloc(count))) });
syncBuiltinESMExports();

/** The machine's own clock, also while something is simulated. */
export const machineNow = machine.now;

/** Runs something with time and chance from `from`. One at a time. */
export async function takenOver<T>(from: Source, run: () => Promise<T>): Promise<T> {
  if (source !== undefined) throw new Error('something is being simulated already');
  source = from;
  try {
    return await run();
  } finally {
    source = undefined;
  }
}

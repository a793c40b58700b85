import { Random } from './machine/random.js';
import { type Climate, climateOf } from './machine/weather.js';

/** Something that is done to the machines. `which` API; `lasts` and `at` in milliseconds, `by` those that a clock is set forward or back. */
export interface Fault {
  readonly kind: 'crash-api' | 'crash-projector' | 'crash-log' | 'stall-api' | 'stall-projector' | 'cut' | 'vault' | 'rows' | 'slow' | 'clock';
  readonly which: 0 | 1;
  readonly at: number;
  readonly lasts: number;
  readonly by: number;
}

/** Who a client is: a person of the town by number, or staff. */
export type Who = 0 | 1 | 2 | 3 | 'registrar' | 'nurse';

/** Somebody who does one thing after another. Steps are numbered: what is done in one depends on its number, not on the others. */
export interface PlannedClient {
  readonly who: Who;
  readonly steps: readonly number[];
}

/** A run, before it runs. */
export interface Plan {
  readonly clients: readonly PlannedClient[];
  readonly faults: readonly Fault[];
  readonly climate: Climate;
  /** How far wall clocks go at once, and by how much each API's is off to begin with. */
  readonly tick: number;
  readonly off: readonly [number, number];
}

/** A run that can be had again: of what its seed plans only these steps (by client) and these faults, by number. Without them, everything. */
export interface Case {
  readonly seed: number;
  readonly steps?: readonly (readonly number[])[];
  readonly faults?: readonly number[];
}

/** How long the clients are about, in milliseconds: faults begin in this time. */
const BUSY = 3_000;

/** What a seed makes. */
export function planOf(seed: number): Plan {
  const random = new Random(`plan ${seed}`);
  const people = Array.from({ length: 3 + random.below(4) }, () => random.pick([0, 1, 2, 3] as const));
  const clients = [...people.map((who) => ({ who, steps: numbers(4 + random.below(9)) })), { who: 'registrar', steps: numbers(random.below(9)) } as const, { who: 'nurse', steps: numbers(random.below(5)) } as const];
  const faults = numbers(random.pick([0, 2, 4, 8])).map(() => faultOf(random));
  return { clients, faults, climate: climateOf(random), tick: random.pick([1, 16, 1_000]), off: [0, random.pick([0, 0, 700, -700, 40_000])] };
}

/** The part of its seed's plan that a case keeps. */
export function plannedBy({ seed, steps, faults }: Case): Plan {
  const plan = planOf(seed);
  return {
    ...plan,
    clients: plan.clients.map((client, index) => ({ ...client, steps: steps === undefined ? client.steps : client.steps.filter((step) => steps[index]?.includes(step)) })),
    faults: faults === undefined ? plan.faults : plan.faults.filter((_, index) => faults.includes(index)),
  };
}

function faultOf(random: Random): Fault {
  const kind = random.weighted({ 'crash-api': 4, 'crash-projector': 2, 'crash-log': 3, 'stall-api': 3, 'stall-projector': 2, cut: 3, vault: 1, rows: 1, slow: 2, clock: 2 });
  const by = random.chance(0.15) ? random.pick([-3_600_000, 3_600_000]) : Math.round((random.next() - 0.5) * 20_000);
  return { kind, which: random.pick([0, 1] as const), at: random.next() * BUSY, lasts: random.around(random.pick([50, 500, 2_000])), by };
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

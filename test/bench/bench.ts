/** What one `npm run bench` was asked for, and where a bench says what it does. */
export interface BenchRun {
  /** At most a minute a bench; without it, the figures of a release. */
  readonly quick: boolean;
  /** Names asked for: a bench that measures several may leave out the rest. */
  readonly only: ReadonlySet<string>;
  /** A line that stays. */
  say(line: string): void;
  /** A line that the next one replaces; nothing where nobody watches. */
  progress(line: string): void;
  /** Pairs that were measured, for the chart and the report. */
  drawn(pairs: Pairs): void;
}

/** Each measured ratio is printed as `<name> <ratio> >=|<= <goal> met|short`. */
export interface Measured {
  /** Begins with the name that `--only` knows, as in `P6 vs emmett`; where pairs have the same one, this is their median. */
  readonly name: string;
  readonly ratio: number;
  readonly goal: { readonly atLeast: number } | { readonly atMost: number };
  readonly note?: string;
}

/** One folder of `test/bench`: its `bench.ts` exports it as `bench`. A wrong result rejects; a goal that is missed does not. */
export interface Bench {
  readonly names: readonly string[];
  readonly what: string;
  run(run: BenchRun): Promise<readonly Measured[]>;
}

/** Two sides measured in turns, A B A B A B, in one run: only their ratio means anything on a machine that others use too. */
export interface Pairs {
  readonly name: string;
  readonly sides: readonly [ours: string, other: string];
  readonly unit: string;
  /** Rates or durations, one pair a round. */
  readonly rounds: readonly (readonly [ours: number, other: number])[];
  /** Set where the figures are durations and the ratio says how many times as fast ours is: other / ours. */
  readonly faster?: true;
  /** Median of each round's ours / other. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

/** True where the goal is met. */
export const isMet = ({ ratio, goal }: Measured): boolean => ('atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost);

/** The line that a script reads. */
export const lineOf = (measured: Measured): string => {
  const { name, ratio, goal } = measured;
  return `${name} ${written(ratio)} ${goalOf(goal)} ${isMet(measured) ? 'met' : 'short'}`;
};

/** A goal as it is printed. */
export const goalOf = (goal: Measured['goal']): string => ('atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`);

/** A ratio as it is printed: with as many digits as tell it from its goal. */
export const written = (ratio: number): string => (ratio >= 1_000 ? ratio.toFixed(0) : ratio >= 20 ? ratio.toFixed(1) : ratio.toFixed(3));

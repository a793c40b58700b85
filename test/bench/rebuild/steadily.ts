/** An acknowledged append: where it stands, and when that was, by `steadily`. */
export type Acknowledged = readonly [position: number, at: number];

/** The machine's steady clock in milliseconds, the same in all its processes. */
export const steadily = (): number => Number(process.hrtime.bigint() / 1_000n) / 1_000;

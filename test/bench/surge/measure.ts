import { existsSync, readFileSync } from 'node:fs';
import { drive } from './carried-out.js';
import type { Order } from './driver.js';
import type { Told } from './tally.js';

/** What a server answers when it is asked as fast as it answers, and then three times as often. */
export interface Surge {
  readonly plateau: number;
  readonly goodput: number;
  readonly surge: Told;
}

/** As many requests as can be answered, times this. */
const TIMES = 3;
const PATIENT = 64;
const CROWD = 2_000;

/** One plateau and one surge. Rejects where an answer was none of those that there may be. */
export async function surgeOf(address: string, requests: Order['requests'], seconds: { readonly plateau: number; readonly surge: number }): Promise<Surge> {
  const calm = judged(await drive({ address, requests, connections: PATIENT, seconds: seconds.plateau }));
  const plateau = calm.decided / calm.seconds;
  const surge = judged(await drive({ address, requests, connections: CROWD, seconds: seconds.surge, rate: TIMES * plateau }));
  return { plateau, goodput: surge.decided / surge.seconds, surge };
}

function judged(told: Told): Told {
  if (told.odd > 0) throw new Error(`${told.odd} of ${told.sent} answers are neither a decision nor "not now"`);
  return told;
}

/** The most memory that a process has had so far, in MB; undefined where the machine does not tell. */
export function peakOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  const kilobytes = pid !== undefined && existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
}

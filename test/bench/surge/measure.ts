import { existsSync, readFileSync } from 'node:fs';
import type { Served } from '../city/child.js';
import { drive } from './carried-out.js';
import type { Order } from './driver.js';
import type { Told } from './tally.js';

/** What a server answers when it is asked as fast as it answers, and then three times as often. */
export interface Surge {
  readonly plateau: number;
  readonly goodput: number;
  readonly surge: Told;
  /** Processor time of the server in microseconds: of an answer in the plateau, and of a refusal, if answers cost the same in the surge. Undefined where the machine does not tell. */
  readonly costs: { readonly answer: number; readonly refusal: number } | undefined;
}

/** As many requests as can be answered, times this. */
const TIMES = 3;
const PATIENT = 64;
const CROWD = 2_000;

/** One plateau and one surge. Rejects where an answer was none of those that there may be. */
export async function surgeOf({ address, pid }: Served, requests: Order['requests'], seconds: { readonly plateau: number; readonly surge: number }): Promise<Surge> {
  const used = [processorTime(pid)];
  const calm = judged(await drive({ address, requests, connections: PATIENT, seconds: seconds.plateau }));
  used.push(processorTime(pid));
  const plateau = calm.decided / calm.seconds;
  const surge = judged(await drive({ address, requests, connections: CROWD, seconds: seconds.surge, rate: TIMES * plateau }));
  used.push(processorTime(pid));
  return { plateau, goodput: surge.decided / surge.seconds, surge, costs: costsOf(used, calm, surge) };
}

function costsOf([before, between, after]: readonly (number | undefined)[], calm: Told, { decided, refused }: Told): Surge['costs'] {
  if (before === undefined || between === undefined || after === undefined) return undefined;
  const answer = (between - before) / calm.decided;
  return { answer, refusal: (after - between - decided * answer) / refused };
}

/** What a process has used of the processor, in microseconds: counted in hundredths of a second (proc(5), fields 14 and 15). */
function processorTime(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (pid === undefined || !existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function judged(told: Told): Told {
  if (told.odd > 0) throw new Error(`${told.odd} of ${told.sent} answers are neither a decision nor "not now"`);
  return told;
}

import { hash } from 'node:crypto';
import { checkRow, DISEASE, readRow, RESULTS, TEST_TYPES } from '../../../libs/domain/sample/index.js';
import { DAY, formatInstant, HOUR, type Instant, instant, plus } from '../../../libs/kernel/index.js';
import { payload } from '../peers/index.js';
import type { PeerAppend } from '../peers/peer.js';

/** Results of a batch that are good and new: each goes to a stream of its own. */
export const RESULTS_A_BATCH = 1_000;

/** Rows beside them that must add nothing: half say again what stands before them in the batch, half are no results. */
const BESIDE = 50;

/** Lines as a laboratory sends them. The same number makes the same ones. */
export function linesOf(batch: number): readonly Uint8Array[] {
  const good = Array.from({ length: RESULTS_A_BATCH }, (_, index) => lineOf(batch, index));
  return good.flatMap((line, index) => (index % (RESULTS_A_BATCH / BESIDE) === 0 ? [line, index % 2 === 0 ? line : Buffer.from('{"ci":"TUBE"}')] : [line]));
}

/** A result that is to be recorded: one event of 300 bytes for a stream that has none, and what its row in the read model says. */
export interface Admitted extends PeerAppend {
  readonly subject: string;
  readonly n: number;
}

/** Judges the lines by the product's own rules and takes each tube once. What every store is given; sealing is left out, for no other store has it: the 300 bytes stand for it. */
export function admit(lines: readonly Uint8Array[], batch: number, now: Instant): readonly Admitted[] {
  const tubes = new Map<string, Admitted>();
  for (const line of lines) {
    const row = readRow(line);
    if (row === undefined || typeof checkRow(row, now) === 'string' || tubes.has(row.ci)) continue;
    const n = batch * RESULTS_A_BATCH + tubes.size;
    tubes.set(row.ci, { stream: streamOf(row.ci), expected: 0, payloads: [payload(n)], subject: `subject-${n % 5_000}`, n });
  }
  return [...tubes.values()];
}

/** A name of the barcode, so that the same tube is the same stream. */
function streamOf(barcode: string): string {
  const hex = hash('sha256', barcode, 'hex');
  return `sample-${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

const COLLECTED = instant(Date.UTC(2026, 2, 10));

/** An instant after every result of every batch. */
export const JUDGED = plus(COLLECTED, DAY);

function lineOf(batch: number, index: number): Uint8Array {
  const sc = plus(COLLECTED, (index % 36_000) * 1_000);
  const name = { fn: 'Gößinger', gn: `Gabriele ${index}`, fnt: 'GOESSINGER', gnt: `GABRIELE<${index}` };
  return Buffer.from(
    JSON.stringify({
      nam: name,
      dob: '1998-02-26',
      tg: DISEASE,
      tt: TEST_TYPES[index % 2],
      nm: '2019-nCoV PCR',
      sc: formatInstant(sc),
      dr: formatInstant(plus(sc, HOUR)),
      tr: RESULTS[index % RESULTS.length],
      tc: 'Haidian clinic',
      co: 'CN',
      is: 'Beijing',
      ci: `TUBE-${batch}-${index}`,
    }),
  );
}

import { type LabRow, RESULTS, type Verdict } from '../../../../../libs/domain/sample/index.js';
import { formatInstant, parseInstant } from '../../../../../libs/kernel/index.js';

/** A row before it is written down. */
export type MadeRow = Omit<Partial<LabRow>, 'nam'> & { readonly nam?: Partial<LabRow['nam']> };

/** The kinds of bad row, in turn. */
export const FAULTS = ['format', 'test-type', 'disease', 'result', 'time', 'barcode', 'identity', 'conflict', 'already-recorded'] as const satisfies readonly Verdict[];
export type Fault = (typeof FAULTS)[number];

/** A bad row of this kind, as text. `earlier` is a good row that stands before it in the feed. */
export const spoiled = (fault: Fault, row: MadeRow, earlier: MadeRow): string => (fault === 'format' ? misshapen(row) : JSON.stringify(wrong(fault, row, earlier)));

/** One of several ways to go wrong, by the barcode. */
function oneWay<T>({ ci = '' }: MadeRow, ways: readonly [T, ...T[]]): T {
  return ways[Math.floor(Number(ci.slice(-8)) / 7) % ways.length] ?? ways[0];
}

/** Cut off, without its result, with a field nobody knows. */
const misshapen = (row: MadeRow): string =>
  oneWay(row, [JSON.stringify(row).slice(0, -12), JSON.stringify({ ...row, tr: '' }), JSON.stringify({ ...row, comment: 'urgent' })]);

function wrong(fault: Exclude<Fault, 'format'>, row: MadeRow, earlier: MadeRow): MadeRow {
  switch (fault) {
    case 'test-type':
      return { ...row, tt: 'PCR' };
    case 'disease':
      return { ...row, tg: 'COVID-19' };
    case 'result':
      return { ...row, tr: 'negative' };
    case 'time':
      return wrongTime(row);
    case 'barcode':
      return { ...row, ci: `${row.ci ?? ''}X` };
    case 'identity':
      return { ...row, ...oneWay<MadeRow>(row, [{ nam: { fn: 'Else', gn: 'Somebody' } }, { dob: '1900-01-01' }]) };
    case 'conflict':
      return { ...earlier, tr: RESULTS.find((other) => other !== earlier.tr) ?? '' };
    case 'already-recorded':
      return { ...earlier, sc: formatInstant(parseInstant(earlier.sc)) };
  }
}

/** Without a zone, or reported before it was collected. */
const wrongTime = (row: MadeRow): MadeRow => {
  const { sc = '', dr = '' } = row;
  return { ...row, ...oneWay<MadeRow>(row, [{ sc: sc.slice(0, 19) }, { sc: dr, dr: sc }]) };
};

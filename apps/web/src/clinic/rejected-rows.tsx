import { useWords } from '../words/words.js';
import { csvOf } from './cells.js';
import type { Rejected, Verdict } from './import-file.js';
import { importWords } from './import-words.js';

const REASONS = {
  conflict: 'conflict',
  format: 'format',
  'test-type': 'testType',
  disease: 'disease',
  result: 'result',
  time: 'time',
  barcode: 'barcodeUnknown',
  identity: 'identity',
  busy: 'busy',
} as const satisfies Readonly<Record<Exclude<Verdict, 'recorded' | 'already-recorded'>, string>>;

/** A page shows no more than this; the file has them all. */
const SHOWN = 100;

/** Rows that were not taken, with their lines and why; and all of them as a file. */
export function RejectedRows({ rows }: { readonly rows: readonly Rejected[] }) {
  const say = useWords(importWords);
  const why = ({ verdict }: Rejected): string => (verdict === 'recorded' || verdict === 'already-recorded' ? '' : say(REASONS[verdict]));
  const heads = [say('line'), say('barcode'), say('reason')] as const;
  const save = (): void => download(csvOf([[...heads, say('reasonCode')], ...rows.map((row) => [String(row.line), row.barcode, why(row), row.verdict])]));
  return (
    <>
      <Table heads={[say('line'), say('barcodeAndReason')]} rows={rows.slice(0, SHOWN).map((row) => [String(row.line), row.barcode, why(row)])} />
      {rows.length > SHOWN ? <p className="hint">{say('more', { count: rows.length - SHOWN })}</p> : null}
      <button className="wide" onClick={save}>
        {say('save')}
      </button>
    </>
  );
}

interface TableProps {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [line: string, barcode: string, why: string])[];
}

function Table({ heads, rows }: TableProps) {
  const say = useWords(importWords);
  return (
    <table className="rejected">
      <caption>{say('rejectedTitle')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([line, barcode, why]) => (
          <tr key={line}>
            <td>{line}</td>
            <td>
              {barcode === '' ? null : <bdi>{barcode}</bdi>} {why}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Gives somebody a file; nothing of it stays on this page. */
function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'not-taken.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

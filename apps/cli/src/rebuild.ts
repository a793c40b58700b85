import { styleText } from 'node:util';
import type { Connections } from '../../../libs/embedded-postgres/index.js';
import { rebuild as rebuildTables, type RebuildProgress, type RebuildSettings, type RebuildStep, type TableHash } from '../../../libs/read-models/index.js';
import { terminal } from './feed/screen.js';
import { type Keyed, runningHere, withPorts } from './instance/ports.js';
import { logPace } from './log-pace.js';

/** `xinma rebuild`, in a terminal. Needs the owner's connection: tables are made and swapped. */
export async function rebuildHere(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const { configuration, connections } = await runningHere(environment, ['api', 'keys', 'owner']);
  return rebuildOn(configuration, connections, { write: (line) => terminal.say(line), showProgress: (line) => terminal.progress(line) });
}

/** Rebuilds on these connections. */
export const rebuildOn = (configuration: Keyed, connections: Pick<Connections, 'api' | 'keys' | 'owner'>, words: Pick<RebuildCommand, 'write' | 'showProgress'>): Promise<boolean> =>
  withPorts(configuration, connections, ({ store }) => rebuild({ store, connection: connections.owner, ...words }));

/** What `xinma rebuild` needs; `showProgress` gets a line that replaces the one before, in a terminal. */
export interface RebuildCommand extends Omit<RebuildSettings, 'progress'> {
  readonly write: (line: string) => void;
  readonly showProgress?: (line: string) => void;
}

/** Rebuilds the read models beside the live ones, swaps, and writes row count and hash of each table. True where every table is byte for byte what it was. */
export async function rebuild({ write, showProgress, ...settings }: RebuildCommand): Promise<boolean> {
  const progress = showProgress === undefined ? {} : { progress: progressLines(showProgress) };
  const { position, before, after, equal } = await rebuildTables({ ...settings, ...progress });
  write(settings.store.isGapless() ? `rebuilt from ${position} events of the log` : `rebuilt from the log up to position ${position}`);
  write(styleText('bold', `${'table'.padEnd(16)} ${'rows'.padStart(9)}  ${'sha256 over rows in key order'.padEnd(64)}  was`));
  after.forEach((table, index) => write(tableLine(table, before[index])));
  return equal;
}

const tableLine = ({ table, rows, hash }: TableHash, was: TableHash | undefined): string => {
  const verdict = was?.hash === hash && was.rows === rows ? styleText('green', 'equal') : styleText('red', `${was?.rows} rows ${was?.hash}`);
  return `${table.padEnd(16)} ${String(rows).padStart(9)}  ${hash}  ${verdict}`;
};

/** A line for each step; where the log is read, how fast and how long it will take. */
function progressLines(show: (line: string) => void): (at: RebuildProgress) => void {
  const told = new Map<RebuildStep, (at: RebuildProgress) => void>();
  const paced = (step: RebuildStep) => logPace((line) => show(`${step}  ${line}`));
  return (at) => {
    const { step } = at;
    if (step === 'indexing' || step === 'comparing') return show(step === 'indexing' ? 'making indexes' : 'the new tables serve; comparing them with the former ones');
    const tell = told.get(step) ?? paced(step);
    told.set(step, tell);
    tell(at);
  };
}

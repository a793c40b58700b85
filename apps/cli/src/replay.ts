import { endOfPrefix, parsePoint, replayAccess, type ReplaySource } from '../../../libs/application/audit/index.js';
import { NoDigests } from '../../../libs/application/ports/index.js';
import type { Connection } from '../../../libs/embedded-postgres/index.js';
import type { Concern, ReplayPoint } from '../../../libs/domain/access/replay.js';
import { BasisId, CitizenId, Malformed } from '../../../libs/kernel/index.js';
import { tablesAt } from '../../../libs/read-models/index.js';
import { painted, type Screen, terminal } from './feed/screen.js';
import { PORTS_NEED, runningHere, withPorts } from './instance/ports.js';
import { logPace } from './log-pace.js';
import { accessLines, tableLines } from './replay-lines.js';

/** What `xinma replay` takes: a position or an RFC 3339 instant, and perhaps one basis, one subject, or the read models; `verify` folds the log from its first event, too. */
export interface ReplayOptions {
  readonly at: string;
  readonly basis?: string;
  readonly subject?: string;
  readonly readModels?: boolean;
  readonly verify?: boolean;
}

/** What a replay reads, and for read models the connection of their owner. */
export interface ReplayCommand {
  readonly source: Pick<ReplaySource, 'store' | 'digests'>;
  readonly owner?: Connection;
  readonly screen: Screen;
}

/** Replays the log of the running instance, or of the one whose database DATABASE_URL names; the owner's connection is asked for only where tables are made. */
export async function replayHere(environment: NodeJS.ProcessEnv, options: ReplayOptions): Promise<boolean> {
  const { configuration, connections } = await runningHere(environment, PORTS_NEED);
  const owner = options.readModels === true ? (await runningHere(environment, ['owner'])).connections.owner : undefined;
  return withPorts(configuration, connections, (source) => replay({ source, screen: terminal, ...(owner === undefined ? {} : { owner }) }, options));
}

/**
 * Replays the log and writes what stood at a point, with hashes by which two replays can be compared. False where `verify` finds that the fold from the first
 * event says otherwise. Rejects, naming the option that is wrong.
 */
export async function replay(command: ReplayCommand, options: ReplayOptions): Promise<boolean> {
  const point = admit('--at must be a position of the log or an RFC 3339 time with a zone', () => parsePoint(options.at));
  if ([options.basis, options.subject, options.readModels].filter((each) => each !== undefined).length > 1) throw new Error('one of --basis, --subject and --read-models, not several');
  const concern = concernOf(options);
  // Looked up once: of two folds, what is appended between them would seem to be a difference.
  const fixed = { ...command, head: await command.source.store.head() };
  const told = options.readModels === true ? readModelsAt(fixed, point) : accessAt(fixed, concern, point);
  const lines = await told(true);
  for (const line of lines) command.screen.say(line);
  return options.verify === true ? verified(command.screen, lines, await told(false)) : true;
}

function concernOf({ basis, subject }: ReplayOptions): Concern {
  if (basis !== undefined) return admit('--basis must be the id of a consent (c_...) or of a guardianship (g_...)', () => ({ basis: BasisId(basis) }));
  return subject === undefined ? 'everybody' : admit('--subject must be the id of a person', () => ({ subject: CitizenId(subject) }));
}

function admit<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof Malformed ? new Error(what) : error;
  }
}

/** A replay of the log up to where it ended. */
type Fixed = ReplayCommand & Required<Pick<ReplaySource, 'head'>>;

/** What is to be said: with the help of what is kept beside the log, or (`helped` false) from the log alone. */
type Told = (helped: boolean) => Promise<readonly string[]>;

const sourceOf = ({ source, head, screen }: Fixed, helped: boolean): ReplaySource => ({
  store: source.store,
  head,
  digests: helped ? source.digests : new NoDigests(),
  progress: logPace((line) => screen.progress(`${helped ? 'replaying' : 'from the first event'}  ${line}`)),
});

const accessAt =
  (command: Fixed, concern: Concern, point: ReplayPoint): Told =>
  async (helped) =>
    accessLines(await replayAccess(sourceOf(command, helped), concern, point));

function readModelsAt(command: Fixed, point: ReplayPoint): Told {
  const { owner: connection, source, screen } = command;
  if (connection === undefined) throw new Error('--read-models needs the database of the instance');
  return async (helped) => {
    const { position } = await endOfPrefix(sourceOf(command, helped), point);
    const progress = logPace((line) => screen.progress(`folding  ${line}`));
    const at = await tablesAt({ store: source.store, connection, position, snapshots: helped, progress });
    if (helped) screen.say(at.from === 0n ? 'folded from the first event' : `folded from a snapshot at position ${at.from}`);
    return tableLines(at);
  };
}

function verified(screen: Screen, lines: readonly string[], fromZero: readonly string[]): boolean {
  const equal = lines.join('\n') === fromZero.join('\n');
  screen.say(equal ? painted('green', 'verified: the fold from the first event gives the same') : painted('red', 'wrong: the fold from the first event gives another answer'));
  return equal;
}

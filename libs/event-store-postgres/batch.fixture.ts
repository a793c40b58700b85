import { randomUUID } from 'node:crypto';
import type { Append, ExpectedRevision, RecordedEvent, StreamName, Verdict } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { Batches } from './batch.js';
import { LOG } from './log.fixture.js';
import { LineDouble, type Mishap, PostgresDouble } from './session.fixture.js';

/** The stream of the log that has three events. */
export const CITIZEN = 'citizen-0123456789abcdef0123456789abcdef';

/** How long a batch may take. */
export const MILLISECONDS = 1_234;

/** An append of so many events that nobody else has. */
export const asked = (stream: StreamName, expected: ExpectedRevision, events = 1): Append => ({
  stream,
  expected,
  events: Array.from({ length: events }, () => ({ id: EventId(randomUUID()), type: 'Fact', data: Buffer.from('{}'), metadata: Buffer.of() })),
});

/** An append of an event that is in the log. */
export const again = ({ stream, revision, id, type, data, metadata }: RecordedEvent): Append => ({ stream, expected: revision === 0n ? 'no-stream' : { at: revision - 1n }, events: [{ id, type, data, metadata }] });

/** So many appends, each to a stream of its own. */
export const many = (count: number): readonly Append[] => Array.from({ length: count }, (_, index) => asked(`test-many-${index}`, 'no-stream'));

/** Batches on a double of the server that has this log. */
export const opened = (log: readonly RecordedEvent[] = LOG) => {
  const server = new PostgresDouble(log);
  const line = new LineDouble(server);
  const batches = new Batches(line, MILLISECONDS);
  /** What became of the appends, in the order asked. */
  const commit = async (...appends: readonly Append[]): Promise<readonly Verdict[]> => (await batches.commit(appends)).verdicts;
  /** What goes wrong with the statements of these names, each time they are asked. */
  const breaks = (mishaps: Readonly<Record<string, Mishap>>): void => {
    server.mishap = (name) => mishaps[name];
  };
  /** How many events there are in the log. */
  const count = (): number => server.table.rows.length;
  return { server, line, batches, commit, breaks, count };
};

/** The end of a session. */
export const lost = new Error('the connection is lost');

/** What a winner is told. */
export const wins = (revision: bigint, position: bigint, repeated = false): Verdict => ({ kind: 'appended', revision, position, repeated });

/** What a loser is told. */
export const loses = (at: bigint): Verdict => ({ kind: 'conflict', actual: { at } });

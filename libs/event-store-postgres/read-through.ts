import { Socket } from 'node:net';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import type { ConnectionSettings } from './settings.js';
import { COPY_COLUMNS, Tuples } from './tuples.js';

/** Events that one statement gives: between two of them nothing of the server is held, so that it can tidy up. */
const STRETCH = 100_000;

/** A part of the log, the pause after which the server counts as gone, and when whoever opened the store lets go of it. */
export interface Stretch {
  readonly after: bigint;
  readonly upTo: bigint;
  readonly milliseconds: number;
  readonly closing: AbortSignal;
}

/** The log by `COPY`, on a session of its own, as fast as the reader takes it. Rejects with `StoreUnavailable`. */
export async function* readThrough(connection: ConnectionSettings, { after, upTo, milliseconds, closing }: Stretch): AsyncGenerator<readonly RecordedEvent[], void, void> {
  if (closing.aborted) throw new StoreUnavailable();
  const socket = new Socket();
  const options = `${connection.options ?? ''} -c enable_seqscan=off -c enable_bitmapscan=off`;
  const client = new Client({ ...connection, stream: () => socket, application_name: 'xinma read through', options });
  // What breaks the session fails what is waited for.
  client.on('error', () => undefined);
  const cut = (): unknown => socket.destroy();
  closing.addEventListener('abort', cut);
  const patiently = patience(milliseconds, cut);
  try {
    await patiently(client.connect());
    for (let from = after; from < upTo; ) from = (yield* stretchOf(client, copyOf(from, upTo), patiently)) ?? upTo;
  } catch (cause) {
    throw new StoreUnavailable({ cause });
  } finally {
    closing.removeEventListener('abort', cut);
    cut();
  }
}

const copyOf = (after: bigint, upTo: bigint): string =>
  `copy (select ${COPY_COLUMNS} from ledger.event e where e.position > ${after} and e.position <= ${upTo} order by e.position limit ${STRETCH}) to stdout (format binary)`;

/** Gives its events, and returns the position of the last one; undefined where there is none. */
async function* stretchOf(client: Client, statement: string, patiently: Patiently): AsyncGenerator<readonly RecordedEvent[], bigint | undefined, void> {
  let last: bigint | undefined;
  const tuples = new Tuples();
  const chunks: AsyncIterator<Buffer> = client.query(to(statement))[Symbol.asyncIterator]();
  for (let chunk = await patiently(chunks.next()); chunk.done !== true; chunk = await patiently(chunks.next())) {
    const events = tuples.add(chunk.value);
    if (events.length === 0) continue;
    last = events.at(-1)?.position;
    yield events;
  }
  return last;
}

type Patiently = <T>(answer: Promise<T>) => Promise<T>;

/** Waits for an answer of the server, never for the reader. */
const patience =
  (milliseconds: number, cut: () => unknown): Patiently =>
  async (answer) => {
    const timer = setTimeout(cut, milliseconds);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  };

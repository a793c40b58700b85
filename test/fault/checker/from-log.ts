import type { LogEntry } from './history.js';

/** A stored event, as any store has it. */
interface Stored {
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
}

/** Reads the clear fields of a stored event; what is sealed stays shut. */
export const entryOf = ({ position, stream, revision, id, type, data }: Stored): LogEntry => ({
  position: Number(position),
  stream,
  revision: Number(revision),
  id,
  type,
  data: JSON.parse(Buffer.from(data).toString('utf8')) as LogEntry['data'],
});

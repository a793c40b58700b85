import { hash } from 'node:crypto';
import type { RecordedEvent, StreamName } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';

/** The chained hash of no event. */
export const CHAIN_START = '0'.repeat(64);

/** The chained hash after one more line: SHA-256 (hex) over the hash so far and the line, without its end. */
export const link = (chain: string, line: string): string => hash('sha256', `${chain}${line}`);

/** An event as one line of JSON, always the same text for the same event; bytes as base64. */
export const lineOf = ({ position, revision, id, stream, type, data, metadata }: RecordedEvent): string =>
  JSON.stringify({ position: String(position), revision: String(revision), id, stream, type, data: base64(data), metadata: base64(metadata) });

/** The event of a line; undefined for a text that `lineOf` would not have written. */
export function eventOf(line: string): RecordedEvent | undefined {
  try {
    const event = parsed(JSON.parse(line) as Record<keyof RecordedEvent, string>);
    return lineOf(event) === line ? event : undefined;
  } catch {
    return undefined;
  }
}

const parsed = ({ position, revision, id, stream, type, data, metadata }: Record<keyof RecordedEvent, string>): RecordedEvent => ({
  position: BigInt(position),
  revision: BigInt(revision),
  id: EventId(id),
  stream: stream as StreamName,
  type,
  data: Buffer.from(data, 'base64'),
  metadata: Buffer.from(metadata, 'base64'),
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

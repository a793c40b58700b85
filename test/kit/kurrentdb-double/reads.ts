import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Line, Log } from './log.js';

type Options = streams.ReadReq.Options;

/** Whether an event passes the filter that a read of the log has. */
export function passes(options: Options): (line: Line) => boolean {
  const type = options.getFilter()?.getEventType();
  if (type === undefined) return () => true;
  const [regex, prefixes] = [new RegExp(type.getRegex()), type.getPrefixList()];
  return (line) => (prefixes.length > 0 ? prefixes.some((prefix) => line.type.startsWith(prefix)) : regex.test(line.type));
}

/** A read that the server refuses: there is no such place. */
export const INVALID_POSITION = 'Trying to read from an invalid position.';

/** The events of a read; undefined for a stream that is not there. */
export function readLines(log: Log, options: Options): readonly Line[] | undefined {
  const count = Number(options.getCount());
  const backward = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const stream = options.getStream();
  if (stream === undefined) return taken(log.lines, { index: firstOf(log, options, backward), backward, count, ours: passes(options) });
  const lines = log.stream(nameIn(options));
  return lines.length === 0 ? undefined : taken(lines, { index: firstIn(lines, stream, backward), backward, count, ours: () => true });
}

function firstIn(lines: readonly Line[], stream: streams.ReadReq.Options.StreamOptions, backward: boolean): number {
  const from = stream.hasRevision() ? Number(BigInt(stream.getRevision()) - (lines[0]?.revision ?? 0n)) : undefined;
  return backward ? Math.min(from ?? Infinity, lines.length - 1) : Math.max(from ?? 0, 0);
}

export const nameIn = (options: Options): string => Buffer.from(options.getStream()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();

/** Where a read of the log begins; undefined: at its first event, or at its last. */
export function placeIn(options: Options): bigint | undefined {
  const position = options.getAll()?.getPosition();
  return position === undefined ? undefined : BigInt(position.getCommitPosition());
}

/** Index of the event there; of the first one after, where there is none. */
function firstOf(log: Log, options: Options, backward: boolean): number {
  const place = placeIn(options);
  if (place === undefined) return backward ? log.lines.length - 1 : 0;
  return log.indexAfter(place - 1n) - (backward ? 1 : 0);
}

interface Part {
  readonly index: number;
  readonly backward: boolean;
  readonly count: number;
  readonly ours: (line: Line) => boolean;
}

function taken(lines: readonly Line[], { index, backward, count, ours }: Part): readonly Line[] {
  const found: Line[] = [];
  for (let at = index; found.length < count; at += backward ? -1 : 1) {
    const line = lines[at];
    if (line === undefined) return found;
    if (ours(line)) found.push(line);
  }
  return found;
}

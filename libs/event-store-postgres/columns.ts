import { UUID } from './digits.js';
import { type Place, roomFor, writePlace } from './places.js';

/** Object ids of the elements' types, as every Postgres has them. */
const OID = { bytea: 17, text: 25, uuid: 2950 } as const;

const HEADER = 20;
const DIMENSIONS = 1;

interface Room {
  readonly column: Buffer;
  at: number;
}

/** Arrays in the server's own binary form (array_recv): nothing is escaped, nothing is read as text, bytes stay bytes. These are places of the log. */
export const places = (values: readonly Place[]): Buffer =>
  column(OID.bytea, values, values.reduce((sum, { stream }) => sum + roomFor(stream), 0), (room, place) => writePlace(place, room.column, room.at) - room.at);

/** Ids. Throws for what is no UUID in lower case. */
export const uuids = (values: readonly string[]): Buffer =>
  column(OID.uuid, values, values.length * 16, ({ column: bytes, at }, value) => {
    if (!UUID.read(value, 0, { bytes, at })) throw new TypeError('an id that is no UUID');
    return 16;
  });

/** Texts of ASCII only, as types are: mostly two digits, for which a call of Node's costs more than they do. */
export const asciis = (values: readonly string[]): Buffer =>
  column(OID.text, values, values.reduce((sum, { length }) => sum + length, 0), ({ column: bytes, at }, value) => {
    for (let index = 0; index < value.length; index += 1) bytes[at + index] = value.charCodeAt(index);
    return value.length;
  });

/** Bytes as they are. */
export const bytes = (values: readonly Uint8Array[]): Buffer =>
  column(OID.bytea, values, values.reduce((sum, { byteLength }) => sum + byteLength, 0), (room, value) => {
    room.column.set(value, room.at);
    return value.byteLength;
  });

/** `size`: how many bytes the values have at most. */
function column<T>(oid: number, values: readonly T[], size: number, write: (room: Room, value: T) => number): Buffer {
  const room: Room = { column: Buffer.allocUnsafe(HEADER + values.length * 4 + size), at: HEADER };
  // Dimensions, whether any is null, type; then of the one dimension how many there are and what the first is called. An array of nothing has no dimension, so its buffer ends before.
  [values.length === 0 ? 0 : DIMENSIONS, 0, oid, values.length, 1].forEach((word, index) => room.column.writeInt32BE(word, index * 4));
  for (const value of values) {
    const length = room.at;
    room.at += 4;
    const written = write(room, value);
    room.column.writeInt32BE(written, length);
    room.at += written;
  }
  return room.column.subarray(0, values.length === 0 ? 12 : room.at);
}

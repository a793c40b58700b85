import { Fields } from './fields.js';

/** An event as the server has it. */
export interface Stored {
  stream: string;
  type: string | undefined;
  custom: Buffer;
  data: Buffer;
  revision: bigint;
  position: bigint;
}

/** What a server says in the course of a read: an event, or something of how far it is. */
export interface Answer {
  readonly event: Readonly<Stored> | undefined;
}

const NOTHING = Buffer.alloc(0);

/** In an answer, the read; in that, the event. */
const EVENT = 0x0a;
const NAME = 0x1a;
const [KEY, VALUE] = [0x0a, 0x12];

/** What is made of the fields of an event, by their tags. */
const PARTS = new Map<number, (event: Stored, fields: Fields) => void>([
  [0x12, (event, fields) => (event.stream = partOf(fields.part(), NAME)?.toString() ?? '')],
  [0x18, (event, fields) => (event.revision = fields.whole())],
  [0x28, (event, fields) => (event.position = fields.whole())],
  [0x32, (event, fields) => (event.type = typeIn(fields.part()) ?? event.type)],
  [0x3a, (event, fields) => (event.custom = fields.part())],
  [0x42, (event, fields) => (event.data = fields.part())],
]);

/**
 * Reads an answer, without the generated code: an object for each field of each message is what catching up would then wait for (`answer.spec.ts` writes answers with it).
 * Throws for what is no answer.
 */
export function answerIn(message: Buffer): Answer {
  const read = partOf(message, EVENT);
  const event = read === undefined ? undefined : partOf(read, EVENT);
  return { event: event === undefined ? undefined : storedIn(event) };
}

function storedIn(message: Buffer): Stored {
  const event: Stored = { stream: '', type: undefined, custom: NOTHING, data: NOTHING, revision: 0n, position: 0n };
  for (const fields = new Fields(message); fields.next(); ) {
    const take = PARTS.get(fields.tag);
    if (take === undefined) fields.skip();
    else take(event, fields);
  }
  return event;
}

/** One of the things that are said about an event, where it is its type. */
const typeIn = (entry: Buffer): string | undefined => (partOf(entry, KEY)?.toString() === 'type' ? partOf(entry, VALUE)?.toString() : undefined);

/** A field that has a length; undefined where it is not there. */
function partOf(message: Buffer, tag: number): Buffer | undefined {
  let found: Buffer | undefined;
  for (const fields = new Fields(message); fields.next(); ) {
    if (fields.tag === tag) found = fields.part();
    else fields.skip();
  }
  return found;
}

import { type AccessFact, type Concern, concernsOf } from '../../domain/access/replay.js';
import type { RecordedEvent } from '../../event-store/index.js';
import { instant, type Instant, later } from '../../kernel/index.js';
import type { StoredDigest } from '../ports/index.js';
import { isAccessFact, isAccessType } from './access-facts.js';
import { momentOf, shutEntry } from './log-reader.js';

/** Events in a page: page n ends at position n * PAGE_SIZE. */
export const PAGE_SIZE = 1_000n;

/** Of the way digests are made: raise it with any change to what they say, and older ones are no longer used. */
export const DIGEST_VERSION = 2;

/** A digest that was made as they are now. */
export interface Digest {
  readonly page: number;
  readonly latest: Instant;
  readonly last: string;
  readonly facts: Buffer;
}

/** One fact: its place in the page (16 bits), then 32 bits each of the ids of basis and subject; more events match than are meant, and are read in vain. */
const BYTES = 10;

/** Position of the last event of a page. */
export const endOf = (page: number): bigint => BigInt(page) * PAGE_SIZE;

/** Digests a page: all of its events, in order. */
export function digestOf(page: number, events: readonly RecordedEvent[]): StoredDigest {
  const last = events.at(-1);
  if (BigInt(events.length) !== PAGE_SIZE || last?.position !== endOf(page)) throw new Error(`not the events of page ${page}`);
  const said = events.map(saidBy);
  const facts = Buffer.concat(said.flatMap(({ fact }, place) => (fact === undefined ? [] : [factOf(place, concernsOf(fact))])));
  const latest = said.reduce((so, { at }) => later(so, at), instant(0));
  return { page, version: DIGEST_VERSION, latest, last: last.id, facts };
}

/** Of most events nothing but their instant is read. */
function saidBy(recorded: RecordedEvent): { readonly at: Instant; readonly fact?: AccessFact['data'] } {
  if (!isAccessType(recorded.type)) return { at: momentOf(recorded) };
  const { event } = shutEntry(recorded);
  return isAccessFact(event) ? { at: event.data.at, fact: event.data } : { at: event.data.at };
}

/** Reads a digest; undefined where it was made another way. */
export function admitDigest(stored: StoredDigest): Digest | undefined {
  const { page, version, latest, last, facts } = stored;
  return version === DIGEST_VERSION ? { page, latest: instant(latest), last, facts: Buffer.from(facts) } : undefined;
}

/** Positions in the page that may concern the question: every one that does, and by chance some that do not. */
export function placesOf({ page, facts }: Digest, concern: Concern): readonly bigint[] {
  const places: bigint[] = [];
  const before = endOf(page - 1);
  const matches = matcher(concern);
  for (let at = 0; at + BYTES <= facts.length; at += BYTES) if (matches(facts, at)) places.push(before + BigInt(facts.readUInt16BE(at) + 1));
  return places;
}

function matcher(concern: Concern): (facts: Buffer, at: number) => boolean {
  if (concern === 'everybody') return () => true;
  const [offset, wanted] = 'basis' in concern ? [2, bitsOf(concern.basis.slice(2))] : [6, bitsOf(concern.subject)];
  return (facts, at) => facts.readUInt32BE(at + offset) === wanted;
}

function factOf(place: number, { basis, subject }: ReturnType<typeof concernsOf>): Buffer {
  const fact = Buffer.alloc(BYTES);
  fact.writeUInt16BE(place);
  fact.writeUInt32BE(bitsOf(basis.slice(2)), 2);
  fact.writeUInt32BE(subject === null ? 0 : bitsOf(subject), 6);
  return fact;
}

/** The last 32 bits of the 128 that an id is made of. */
const bitsOf = (id: string): number => Number.parseInt(id.slice(24, 32), 16);

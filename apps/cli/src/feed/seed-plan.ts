import { createHash } from 'node:crypto';
import { isRecord } from '../../../../libs/domain/codec/index.js';
import type { Identity } from '../../../../libs/domain/citizen/index.js';

/** A tube as the feed knows it: `collectedAt` is the row's `sc`. */
export interface FeedTube {
  readonly barcode: string;
  readonly collectedAt: string;
}

/** A test person who could be enrolled, and the tubes that the feed has of them. */
export interface FeedHolder {
  readonly person: Identity;
  readonly tubes: FeedTube[];
}

/** Who is enrolled, and how many holders and tubes are not, by the reason. */
export interface SeedPlan {
  readonly holders: readonly FeedHolder[];
  readonly skipped: Readonly<Record<string, number>>;
}

/** Reads a feed for its people. A barcode goes to the first holder in the file who can be enrolled. */
export function planSeed(lines: Iterable<string>): SeedPlan {
  const holders = new Map<string, FeedHolder>();
  const turnedAway = new Map<string, string>();
  const barcodes = new Set<string>();
  for (const row of rowsOf(lines)) {
    const key = JSON.stringify([row['fn'], row['gn'], row['dob']]);
    const reason = whyNot(row);
    if (reason !== undefined) {
      turnedAway.set(key, reason);
      continue;
    }
    const holder = holders.get(key) ?? { person: personOf(row), tubes: [] };
    holders.set(key, holder);
    if (row['ci'] === undefined || row['sc'] === undefined || barcodes.has(row['ci'])) continue;
    barcodes.add(row['ci']);
    holder.tubes.push({ barcode: row['ci'], collectedAt: row['sc'] });
  }
  return { holders: [...holders.values()], skipped: tally(turnedAway.values()) };
}

type Row = Readonly<Record<string, string | undefined>>;

function* rowsOf(lines: Iterable<string>): Generator<Row> {
  for (const line of lines) {
    const json = jsonOf(line);
    if (!isRecord(json)) continue;
    const { nam, ...rest } = json;
    const texts = Object.entries({ ...rest, ...(isRecord(nam) ? nam : {}) }).filter(([, text]) => typeof text === 'string' && text !== '');
    yield Object.fromEntries(texts) as Row;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What a counter cannot write into the form; the registry has reasons of its own. */
function whyNot({ gn, dob }: Row): string | undefined {
  if (gn === undefined) return 'no given name';
  return dob === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(dob) ? 'partial birth date' : undefined;
}

function personOf({ fn, gn, fnt, gnt, dob }: Row): Identity {
  const name = { family: fn ?? null, given: gn ?? '', familyLatin: fnt ?? null, givenLatin: gnt ?? null };
  return { name, birthDate: dob ?? '', document: { type: 'passport', state: 'NL', number: passportOf(`${fn}|${gn}|${dob}`) } };
}

/** The same test person has the same passport on every machine. */
const passportOf = (person: string): string => `T${createHash('sha256').update(person).digest('hex').slice(0, 11).toUpperCase()}`;

/** How often each text occurs. */
export function tally(texts: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

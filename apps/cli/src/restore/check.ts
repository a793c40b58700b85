import type { Client } from 'pg';
import { readMetadata } from '../../../../libs/application/ledger/metadata.js';
import { CHAIN_START, lineOf, link, type Manifest } from '../../../../libs/backup/index.js';
import { type Category, CODECS } from '../../../../libs/domain/catalogue.js';
import type { StoredEvent } from '../../../../libs/domain/codec/index.js';
import type { EventStore, RecordedEvent } from '../../../../libs/event-store/index.js';
import type { KeyRef } from '../../../../libs/kernel/index.js';
import { type Opener, keyId, type Vault } from '../../../../libs/vault/index.js';
import { standingOf } from '../../../../libs/vault-postgres/index.js';

const PAGE = 1_000;

/** What was found in a restored log. */
export interface Found {
  readonly head: bigint;
  readonly chain: string;
  /** Of subjects that sealed something: keys that are there, that were destroyed, that are missing. */
  readonly keys: { readonly whole: number; readonly destroyed: number; readonly missing: number };
  /** Sealed fields that were tried, and those of them that did not open although their key is there. */
  readonly opened: number;
  readonly shut: number;
}

/** What the check asks. */
export interface Asked {
  readonly store: EventStore;
  readonly vault: Vault;
  /** To the keys' database. */
  readonly keys: Client;
  readonly show?: (at: { readonly position: bigint; readonly target: bigint }) => void;
}

/** Reads the whole log back: its chained hash, the keys of all that is sealed in it, and one event of each page opened. */
export async function readBack({ store, vault, keys, show = () => undefined }: Asked): Promise<Found> {
  const standing = new Map<string, boolean | undefined>();
  let [head, chain, opened, shut] = [0n, CHAIN_START, 0, 0];
  const target = await store.head();
  for (;;) {
    const page = await store.readAll(head, PAGE);
    if (page.length === 0) break;
    chain = page.map(lineOf).reduce(link, chain);
    head = page.at(-1)?.position ?? head;
    const refs = page.flatMap(refsOf).filter((ref) => !standing.has(keyId(ref)));
    const found = await standingOf(keys, refs);
    for (const ref of refs) standing.set(keyId(ref), found.get(keyId(ref)));
    const tried = await tryOne(page, vault, standing);
    opened += tried.opened;
    shut += tried.shut;
    show({ position: head, target });
  }
  const count = (which: boolean | undefined): number => [...standing.values()].filter((each) => each === which).length;
  return { head, chain, keys: { whole: count(true), destroyed: count(false), missing: count(undefined) }, opened, shut };
}

const storedOf = ({ id, type, data, metadata }: RecordedEvent): StoredEvent => ({ id, type, version: readMetadata(metadata).v, data });
const codecOf = ({ stream }: RecordedEvent): (typeof CODECS)[Category] => CODECS[stream.slice(0, stream.indexOf('-')) as Category];
const refsOf = (event: RecordedEvent): readonly KeyRef[] => codecOf(event).read(storedOf(event)).keys();

/** Opens the first event of the page whose keys are all there. Not what an institution is called: of one whose key was lost that stands twice, and the key that is there opens the later. */
async function tryOne(page: readonly RecordedEvent[], vault: Vault, standing: ReadonlyMap<string, boolean | undefined>): Promise<{ readonly opened: number; readonly shut: number }> {
  const isThere = (ref: KeyRef): boolean => ref.class !== 'institution' && standing.get(keyId(ref)) === true;
  const event = page.find((each) => refsOf(each).length > 0 && refsOf(each).every(isThere));
  if (event === undefined) return { opened: 0, shut: 0 };
  return openAll(event, await vault.opener(refsOf(event)));
}

function openAll(event: RecordedEvent, opener: Opener): { readonly opened: number; readonly shut: number } {
  const result = { opened: 0, shut: 0 };
  codecOf(event).decode(storedOf(event), (ref, field, sealed) => {
    const plain = opener.open(ref, { eventId: event.id, field }, sealed);
    result[plain === undefined ? 'shut' : 'opened'] += 1;
    return plain;
  });
  return result;
}

/** What is wrong with a restored log, in words; empty where it is what was backed up. */
export const judge = (found: Found, { head, chain }: Pick<Manifest, 'head' | 'chain'>, gaps: number): readonly string[] =>
  [
    { wrong: String(found.head) !== head, words: `the log ends at ${found.head}, not at ${head}` },
    { wrong: found.chain !== chain, words: 'the log has another chained hash than the backup' },
    { wrong: gaps > 0, words: `${gaps} streams have gaps` },
    { wrong: found.keys.missing > 0, words: `${found.keys.missing} keys of sealed fields are missing: neither a key nor a mark that it was destroyed` },
    { wrong: found.shut > 0, words: `${found.shut} of ${found.shut + found.opened} sealed fields that were tried do not open` },
  ].flatMap(({ wrong, words }) => (wrong ? [words] : []));

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DomainEvent, StoredEvent } from '../../libs/domain/codec/index.js';
import { GOLDEN, type GoldenKind } from './events.js';

/** A stored event as some version of the program wrote it: the bytes of `data` as text, under a seal that anyone can open. */
export interface Frozen {
  readonly kind: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
}

const FOLDER = pathToFileURL(resolve('test/golden/frozen/') + sep);

/** A seal for frozen samples only: base64url of the plain bytes, without the padding of closed sets, which is no part of a stored shape: the first samples have none, and are read alike. */
export const seal = (_ref: object, _field: string, plain: Uint8Array): string => Buffer.from(Buffer.from(plain).toString('utf8').trimEnd()).toString('base64url');

/** Opens `seal`. */
export const unseal = (_ref: object, _field: string, sealed: string): Uint8Array => Buffer.from(sealed, 'base64url');

/** What today's codec writes. */
export function written({ kind, codec }: GoldenKind, event: DomainEvent): Frozen {
  const { version, data } = codec.encode(event, seal);
  return { kind, type: event.type, version, data: Buffer.from(data).toString('utf8') };
}

/** Each sample that was ever frozen. */
export const frozen = (): readonly Frozen[] => readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Frozen);

/** As the codec takes it. */
export const stored = ({ type, version, data }: Frozen): StoredEvent => ({ id: 'golden', type, version, data: Buffer.from(data, 'utf8') });

const nameOf = ({ kind, type, version }: Frozen): string => `${kind}.${type}.v${version}.json`;

/** Freezes what is not frozen yet; a frozen sample is never overwritten. */
export function freeze(): readonly string[] {
  const known = new Set(readdirSync(FOLDER));
  const fresh = GOLDEN.flatMap((kind) => kind.events.map((event) => written(kind, event))).filter((sample) => !known.has(nameOf(sample)));
  for (const sample of fresh) writeFileSync(new URL(nameOf(sample), FOLDER), `${JSON.stringify(sample, null, 2)}\n`);
  return fresh.map(nameOf);
}

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Malformed } from '../../../../../libs/kernel/index.js';

/** A file's bytes as they leave, and how they are to be read. */
export interface Sent {
  readonly bytes: Buffer;
  readonly type: string;
  readonly encoding: 'br' | 'gzip' | undefined;
  /** The name carries a hash of what is in it. */
  readonly immutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', html: 'text/html; charset=utf-8' };
const NAME = /^[A-Za-z0-9_-]{1,60}(?:\.[A-Za-z0-9_-]{1,20})?\.(?:js|css|svg)$/;
const HASHED = /-[\w-]{8}\.\w+$/;

/** Admits what could be the name of one of the files: a name without a path. */
export const WebFile = Object.assign(
  (text: string): string => {
    if (!NAME.test(text)) throw new Malformed('a file of the pages');
    return text;
  },
  { pattern: NAME.source },
);

/** Packed beforehand, the better one first. */
const PACKED = [['br', '.br'], ['gzip', '.gz']] as const;

let listed: Promise<{ readonly folder: string; readonly names: ReadonlySet<string> }> | undefined;
const read = new Map<string, Promise<Buffer>>();

/** Looks when the first page is asked for, never at a start: nobody who waits for the API waits for its pages. */
function list() {
  listed ??= (async () => {
    const folder = folderAbove(dirname(fileURLToPath(import.meta.url)));
    return { folder, names: new Set(await readdir(folder)) };
  })();
  // Pages that are not built yet may be built later.
  listed.catch(() => (listed = undefined));
  return listed;
}

/** `dist/web`, seen from the sources, from what was compiled and from the one file that a start loads. */
function folderAbove(here: string): string {
  const found = join(here, 'dist', 'web');
  const above = dirname(here);
  return existsSync(found) || above === here ? found : folderAbove(above);
}

/** A file that was built, packed in a way that is accepted; undefined where there is none of this name. Only names that the folder had when it was listed are read. */
export async function webFile(name: string, accepted: string): Promise<Sent | undefined> {
  const { folder, names } = await list().catch(() => ({ folder: '', names: new Set<string>() }));
  if (!names.has(name)) return undefined;
  const [encoding, end] = PACKED.find(([coding, end]) => names.has(`${name}${end}`) && accepts(accepted, coding)) ?? [undefined, ''];
  const bytes = await once(join(folder, `${name}${end}`));
  return { bytes, encoding, type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream', immutable: HASHED.test(name) };
}

/** RFC 9110, 12.5.3, as far as browsers go: named, and not with a weight of nothing. */
const accepts = (header: string, coding: string): boolean =>
  header.split(',').some((part) => {
    const [name = '', weight = ''] = part.trim().toLowerCase().split(/\s*;\s*/);
    return name === coding && !/^q=0(?:\.0*)?$/.test(weight);
  });

function once(path: string): Promise<Buffer> {
  let bytes = read.get(path);
  if (bytes === undefined) {
    bytes = readFile(path);
    read.set(path, bytes);
    bytes.catch(() => read.delete(path));
  }
  return bytes;
}

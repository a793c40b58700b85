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

/** The files of a folder, each read once. Only names that the folder had when it was listed are read. */
export class Files {
  #names: Promise<ReadonlySet<string>> | undefined;
  readonly #read = new Map<string, Promise<Buffer>>();

  constructor(private readonly folder: () => string) {}

  /** A file that was built, packed in a way that is accepted; undefined where there is none of this name. */
  async sent(name: string, accepted: string): Promise<Sent | undefined> {
    const names = await this.#list().catch(() => new Set<string>());
    if (!names.has(name)) return undefined;
    const [encoding, end] = PACKED.find(([coding, end]) => names.has(`${name}${end}`) && accepts(accepted, coding)) ?? [undefined, ''];
    const bytes = await this.#once(`${name}${end}`);
    return bytes && { bytes, encoding, type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream', immutable: HASHED.test(name) };
  }

  /** Looks when the first page is asked for, never at a start: nobody who waits for the API waits for its pages. */
  #list(): Promise<ReadonlySet<string>> {
    this.#names ??= (async () => new Set(await readdir(this.folder())))();
    // Pages that are not built yet may be built later.
    this.#names.catch(() => (this.#names = undefined));
    return this.#names;
  }

  async #once(name: string): Promise<Buffer | undefined> {
    const known = this.#read.get(name) ?? readFile(join(this.folder(), name));
    this.#read.set(name, known);
    return known.catch(() => {
      // The pages were built anew since they were listed: under other names.
      this.#read.delete(name);
      this.#names = undefined;
      return undefined;
    });
  }
}

/** `dist/web`, seen from the sources, from what was compiled and from the one file that a start loads. */
function folderAbove(here: string): string {
  const found = join(here, 'dist', 'web');
  const above = dirname(here);
  return existsSync(found) || above === here ? found : folderAbove(above);
}

const pages = new Files(() => folderAbove(dirname(fileURLToPath(import.meta.url))));

/** A file of the pages. */
export const webFile = (name: string, accepted: string): Promise<Sent | undefined> => pages.sent(name, accepted);

/** RFC 9110, 12.5.3, as far as browsers go: named, and not with a weight of nothing. */
const accepts = (header: string, coding: string): boolean =>
  header.split(',').some((part) => {
    const [name = '', weight = ''] = part.trim().toLowerCase().split(/\s*;\s*/);
    return name === coding && !/^q=0(?:\.0*)?$/.test(weight);
  });

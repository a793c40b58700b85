import type { EventStore } from '../../event-store/index.js';
import type { PageDigests } from '../ports/index.js';
import { admitDigest, type Digest, digestOf, endOf } from './digest.js';

/** How many digests are read at once: at most a megabyte. */
const AT_ONCE = 100;

/** The digests that may be used, page by page, read a hundred at a time as they are asked for. */
export class TrustedDigests {
  private batch: ReadonlyMap<number, Digest> = new Map();
  private from = 0;

  constructor(
    private readonly store: EventStore,
    private readonly digests: PageDigests,
  ) {}

  /** The digest of a page; undefined where none is kept, or where it is made another way, or of another log. */
  async of(page: number): Promise<Digest | undefined> {
    if (page < this.from || page >= this.from + AT_ONCE || this.from === 0) {
      this.batch = await this.read(page);
      this.from = page;
    }
    return this.batch.get(page);
  }

  /** A log that was put back from a copy and went on otherwise has other events where these digests end: then none of them is used. */
  private async read(from: number): Promise<ReadonlyMap<number, Digest>> {
    const good = (await this.digests.read(from, AT_ONCE)).map(admitDigest).filter((digest) => digest !== undefined);
    const newest = good.at(-1);
    if (newest === undefined) return new Map();
    const [anchor] = await this.store.readAt([endOf(newest.page)]);
    return anchor?.id === newest.last ? new Map(good.map((digest) => [digest.page, digest])) : new Map();
  }
}

/** Makes the digest of a page from the log; undefined while the log does not reach its end. */
export async function makeDigest(store: EventStore, page: number): Promise<ReturnType<typeof digestOf> | undefined> {
  const events = [];
  for (let position = endOf(page - 1); position < endOf(page); ) {
    const more = await store.readAll(position, Number(endOf(page) - position));
    if (more.length === 0) return undefined;
    events.push(...more);
    position = more.at(-1)?.position ?? position;
  }
  return digestOf(page, events);
}

import { describe, expect, it } from '@jest/globals';
import type { Clinic } from '../../../test/kit/clinic.js';
import { atClinic, line } from '../../../test/kit/at-clinic.js';
import { AHEAD, PAGE, PAGE_BYTES } from './import-results.js';
import { MOST_FEEDS } from './open-feeds.js';
import type { LabLine } from './page-desk.js';

/** Something that is no row, and short. */
const NO_ROW: LabLine = { kind: 'unreadable', length: 1 };

describe('an import that is long, or goes on for long,', () => {
  it('tells the verdicts of a page as soon as they are there, whatever is still to come', async () => {
    const { clinic } = await atClinic();
    const waits = async function* (): AsyncGenerator<readonly LabLine[]> {
      yield Array.from({ length: PAGE + 1 }, () => NO_ROW);
      await new Promise(() => undefined);
    };
    for await (const told of await clinic.stream(waits())) {
      expect(told).toHaveLength(PAGE);
      return;
    }
  });

  it('takes rows no faster than their verdicts are taken', async () => {
    const { clinic } = await atClinic();
    let sent = 0;
    const endless = async function* (): AsyncGenerator<readonly LabLine[]> {
      for (;;) {
        sent += 1;
        yield [NO_ROW];
      }
    };
    for await (const [told] of await clinic.stream(endless())) if (told?.line === PAGE + 1) break;
    expect(sent).toBeLessThanOrEqual((AHEAD + 1) * PAGE);
  });

  it('judges no more at once than a page of bytes, however few rows that are', async () => {
    const { clinic } = await atClinic();
    const feed = async function* (): AsyncGenerator<readonly LabLine[]> {
      yield Array.from({ length: 100 }, () => ({ kind: 'line', bytes: Buffer.alloc(16_000, 'x') }));
      yield Array.from({ length: 100 }, () => ({ kind: 'fields', fields: { tc: 'x'.repeat(16_000) } }));
    };
    const pages: number[] = [];
    for await (const told of await clinic.stream(feed())) pages.push(told.length);
    expect(pages.reduce((sum, rows) => sum + rows, 0)).toBe(200);
    expect(Math.max(...pages) * 16_000).toBeLessThan(PAGE_BYTES + 16_000);
  });

  it('tells of rows that are too long to be held when a page of them came: their sender waits for that', async () => {
    const { clinic } = await atClinic();
    const waits = async function* (): AsyncGenerator<readonly LabLine[]> {
      for (let row = 0; row < 3; row += 1) yield [{ kind: 'too-long', length: PAGE_BYTES / 2 }];
      await new Promise(() => undefined);
    };
    for await (const told of await clinic.stream(waits())) {
      expect(told.map(({ verdict }) => verdict)).toEqual(['format', 'format']);
      return;
    }
  });

  it('is busy beyond so many that are open, of one account and in all, until one of them ends', async () => {
    const { registry, clinic } = await atClinic();
    const waits = async function* (): AsyncGenerator<readonly LabLine[]> {
      yield Array.from({ length: PAGE }, () => NO_ROW);
      await new Promise(() => undefined);
    };
    const open = async (by: Clinic) => {
      const feed = (await by.stream(waits()))[Symbol.asyncIterator]();
      await feed.next();
      return feed;
    };
    const feeds = await Promise.all(Array.from({ length: MOST_FEEDS.ofOne }, () => open(clinic)));
    await expect(open(clinic)).rejects.toThrow('busy');
    for (const name of ['clinic-west', 'clinic-south']) {
      const [other, most] = [clinic.beside(name), Math.min(MOST_FEEDS.ofOne, MOST_FEEDS.inAll - feeds.length)];
      for (let one = 0; one < most; one += 1) feeds.push(await open(other));
    }
    await expect(open(clinic.beside('clinic-north'))).rejects.toThrow('busy');
    await feeds[0]?.return?.();
    expect((await clinic.import([line()])).map(({ verdict }) => verdict)).toEqual(['recorded']);
    expect((await registry.log()).filter((type) => type === 'ResultRecorded')).toHaveLength(1);
  });

  it('ends where its sender no longer stands, and what was judged before stays', async () => {
    const { registry, clinic } = await atClinic();
    let judgements = 0;
    const twice = async () => {
      judgements += 1;
      if (judgements > 2) throw new Error('not any more');
    };
    const feed = async function* (): AsyncGenerator<readonly LabLine[]> {
      for (const barcode of ['A-1', 'A-2', 'A-3']) yield [{ kind: 'line', bytes: Buffer.from(line({ ci: barcode })) }, ...Array.from({ length: PAGE - 1 }, (): LabLine => NO_ROW)];
    };
    const told: string[] = [];
    const all = (async () => {
      for await (const page of await clinic.stream(feed(), undefined, twice)) told.push(page[0]?.verdict ?? '');
    })();
    await expect(all).rejects.toThrow('not any more');
    expect(told).toEqual(['recorded', 'recorded']);
    expect((await registry.log()).filter((type) => type === 'ResultRecorded')).toHaveLength(2);
  });

  it('judges its sender also where nothing can come of a page', async () => {
    const { clinic } = await atClinic();
    const never = async () => {
      throw new Error('not any more');
    };
    const feed = async function* (): AsyncGenerator<readonly LabLine[]> {
      yield [NO_ROW];
    };
    await expect((await clinic.stream(feed(), undefined, never))[Symbol.asyncIterator]().next()).rejects.toThrow('not any more');
  });
});

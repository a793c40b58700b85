import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay, type ReplayOptions } from '../../apps/cli/src/replay.js';
import { PageDigests } from '../../libs/application/ports/index.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { EventStore } from '../../libs/event-store/index.js';
import { DAY, formatInstant, HOUR, instant, MINUTE, plus } from '../../libs/kernel/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { Instance, type Person } from '../kit/instance.js';
import { appendOf, at } from '../kit/long-log.js';
import { enrolled } from '../contract/read-models/facts.js';

const EIGHT = '2026-11-22T00:00:00Z';

describe('Time travel by the clock', () => {
  let instance: Instance;
  let auditor: Person;
  let store: EventStore;
  let digests: PageDigests;
  let consent: string;
  let mother: string;

  /** A consent granted at eight, used ten minutes later, revoked an hour later; then two pages of other events, and one more look. */
  beforeAll(async () => {
    instance = await Instance.start({ at: EIGHT });
    store = instance.server.app.get(EventStore);
    auditor = await instance.as('auditor-tang');
    const [subject, viewer] = [await instance.preparing('wang-fang'), await instance.preparing('li-na')];
    await enrol(subject.client, viewer.client);
    consent = await granted(viewer.client, subject.client, { until: instance.clock.now() + DAY });
    const view = () => viewer.post(`/v1/bases/${consent}/views`, { scope: 'status', purpose: 'FAMRQT' });
    instance.clock.advance(10 * MINUTE);
    expect((await view()).status).toBe(200);
    instance.clock.advance(50 * MINUTE);
    expect((await subject.post(`/v1/consents/${consent}/revocation`)).status).toBe(200);
    await store.appendAll(Array.from({ length: 2_100 }, (_, n) => appendOf(at(enrolled(100 + n), instance.clock.now()))));
    expect((await view()).status).toBe(404);
    const log = await store.readAll(0n, 100);
    mother = (JSON.parse(Buffer.from(log.find(({ type }) => type === 'ConsentGranted')?.data ?? []).toString()) as { subject: string }).subject;
    digests = instance.server.app.get(PageDigests);
    await eventually(async () => (await digests.read(1, 10)).length, (kept) => kept === 2);
  }, 60_000);
  afterAll(async () => {
    await instance.close();
  });

  const audited = async (at: string) => {
    const { status, body } = await auditor.get(`/v1/audit/subjects/${mother}/access?at=${encodeURIComponent(at)}`);
    const count = (list: string) => (body[list] as readonly object[] | undefined)?.length;
    return [status, status === 200 ? [count('could'), count('did'), count('refused')] : [body['code'], body['field']]];
  };
  const told = async (options: ReplayOptions) => {
    const lines: string[] = [];
    const screen = { say: (line: string) => lines.push(stripVTControlCharacters(line)), progress: () => undefined };
    const held = await replay({ source: { store, digests }, owner: instance.ground.databases.owner, screen }, options);
    return { held, lines };
  };

  it.each([
    ['before the first event', '2026-11-21T23:59:59Z', [0, 0, 0]],
    ['exactly at the grant, in Beijing’s time', '2026-11-22T08:00:00+08:00', [1, 0, 0]],
    ['exactly at the view', '2026-11-22T08:10:00+08:00', [1, 1, 0]],
    ['a millisecond before it', '2026-11-22T00:09:59.999Z', [1, 0, 0]],
    ['before the revocation', '2026-11-22T00:59:59.999Z', [1, 1, 0]],
    ['exactly at the revocation, with everything of that instant', '2026-11-22T01:00:00Z', [0, 1, 1]],
    ['after the last event', '2027-01-01T00:00:00Z', [0, 1, 1]],
  ])('%s', async (_when, at, counts) => {
    expect(await audited(at)).toEqual([200, counts]);
    const { held, lines } = await told({ at, subject: mother, verify: true });
    expect([held, lines.filter((line) => /^\S.*: \d+$/.test(line)).map((line) => Number(line.split(': ')[1]))]).toEqual([true, counts]);
    expect(lines.at(-1)).toBe('verified: the fold from the first event gives the same');
    expect(lines).toEqual(expect.arrayContaining((await told({ at, basis: consent })).lines.slice(-1)));
  });

  it.each(['2026-11-22T08:00:60Z', '2026-11-22T23:59:60+08:00', '2026-02-30T00:00:00Z', '2026-11-22T24:00:00Z', '2026-11-22T08:00:00', '2026-11-22 08:00:00Z', '2026-11-22T08:00:00+24:00', 'yesterday', '-1', ''])(
    'a time that no calendar has, or without a zone, is an error that names the field: %s',
    async (at) => {
      expect(await audited(at)).toEqual([400, ['invalid-field', 'at']]);
      await expect(told({ at })).rejects.toThrow('--at must be');
    },
  );

  it('gives an auditor the same bytes with digests and without, and records each question first', async () => {
    // A plus sign in an address is a plus sign (RFC 3986), written out or not: it is a space in forms alone.
    let plus = '%2B';
    const ask = async () => (await auditor.get(`/v1/audit/bases/${consent}?at=2026-11-22T08:10:00${plus}08:00`)).text;
    const before = await store.head();
    const digested = await ask();
    await withClient(instance.ground.databases.owner, (client) => client.query('ALTER TABLE history.page_digest RENAME TO elsewhere'));
    plus = '+';
    expect(await ask()).toBe(digested);
    await withClient(instance.ground.databases.owner, (client) => client.query('ALTER TABLE history.elsewhere RENAME TO page_digest'));
    expect((await store.readAll(before, 10)).map(({ type }) => type)).toEqual(['AccessReplayed', 'AccessReplayed']);
  });

  it('of all read models, with row count and hash; from a snapshot as from the first event, and the live ones stay', async () => {
    const live = () => withClient(instance.ground.databases.api, (client) => client.query('SELECT * FROM api.read_model_counts() ORDER BY name')).then(({ rows }) => rows);
    const before = await live();
    for (const at of ['2026-11-22T08:10:00+08:00', String(await store.head())]) {
      const { held, lines } = await told({ at, readModels: true, verify: true });
      expect(held).toBe(true);
      expect(lines.filter((line) => /^\w+ +\d+ +[0-9a-f]{64}$/.test(line)).length).toBeGreaterThan(7);
    }
    expect(await live()).toEqual(before);
  });

  it('only one of several questions at once', async () => {
    await expect(told({ at: '1', basis: consent, subject: mother })).rejects.toThrow('not several');
    await expect(told({ at: '1', subject: 'somebody' })).rejects.toThrow('--subject must be');
  });

  it('an instant that lies in the future of the log is as now', async () => {
    const now = await told({ at: String(await store.head()), subject: mother });
    const then = await told({ at: formatInstant(plus(instant(instance.clock.now()), HOUR)), subject: mother });
    expect(then.lines.slice(1, -1)).toEqual(now.lines.slice(1, -1));
  });
});

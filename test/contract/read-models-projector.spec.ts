import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Projector, type ProjectorNotice } from '../../apps/projector/src/projector.js';
import { Client } from 'pg';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { EventId } from '../../libs/kernel/index.js';
import { applyPage, checkpointOf, LOCKS } from '../../libs/read-models/index.js';
import { eventually } from '../kit/eventually.js';
import { newEvent, recorded } from '../kit/recorded.js';
import { wireTo, withoutBeginning } from './event-store/wire.js';
import { citizen, consent, consentEvents, enrolled, viewed } from './read-models/facts.js';
import { openPlayed, type Played } from './read-models/played.js';

const family = { by: 2, of: 1 };
const { requested, opened, granted } = consentEvents(7, family);
const consentViewer = citizen(2);
const SOON = 5_000;

describe('The projector', () => {
  let played: Played;
  let ended: AbortController;
  let started: Projector[];

  beforeEach(async () => {
    played = await openPlayed();
    ended = new AbortController();
    started = [];
  });
  afterEach(async () => {
    ended.abort();
    await Promise.allSettled(started.map(({ stopped }) => stopped));
    await played.close();
  });

  const start = (signal = ended.signal, host = played.database.projector.host) => {
    const notices: ProjectorNotice[] = [];
    const active = Promise.withResolvers<void>();
    const standby = Promise.withResolvers<void>();
    const notify = (notice: ProjectorNotice): void => {
      notices.push(notice);
      if (notice.kind === 'active') active.resolve();
      if (notice.kind === 'standby') standby.resolve();
    };
    const projector = new Projector({ store: played.store, connection: { ...played.database.projector, host }, hint: played.hint, notify, retryAfter: 20, patience: 200 });
    started.push(projector);
    projector.start(signal);
    return { projector, notices, active: active.promise, standby: standby.promise };
  };
  const caughtUp = async () => played.readModels.reached(await played.store.head(), SOON);
  const positionNow = () => withClient(played.database.projector, (client) => checkpointOf(client, 'read_model'));
  const endSessions = () => withClient(played.database.superuser, (client) => client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'xinma projector' AND datname = current_database()`));

  it('follows the log and tells the readers of its process', async () => {
    await start().active;
    await played.append(enrolled(1), enrolled(2), requested, opened, granted);
    expect(await caughtUp()).toBe(true);
    expect(played.hint.position).toBe(5n);
  });

  it('goes on where it was, also through the loss of its connection', async () => {
    const { active, notices } = start();
    await played.append(enrolled(1));
    await active;
    expect(await caughtUp()).toBe(true);
    await endSessions();
    await played.append(enrolled(2), requested);
    expect(await caughtUp()).toBe(true);
    expect(notices.map(({ kind }) => kind)).toEqual(['active', 'interrupted', 'active']);
    expect((await played.readModels.status()).counts).toMatchObject({ person: 2, basis: 1 });
  });

  it('goes on where it was, also where its connection falls silent: a server that is moved says no goodbye', async () => {
    const { host, port } = played.database.projector;
    const wire = await wireTo(host, port);
    const { active, notices } = start(ended.signal, wire.host);
    await played.append(enrolled(1));
    await active;
    expect(await caughtUp()).toBe(true);
    wire.silence();
    await played.append(enrolled(2));
    // What it asks next is silent, too, and is given up as well.
    await eventually(() => notices, (all) => all.filter(({ kind }) => kind === 'interrupted').length >= 2);
    wire.heal();
    expect(await caughtUp()).toBe(true);
    expect((await played.readModels.status()).counts).toMatchObject({ person: 2 });
    ended.abort();
    await Promise.allSettled(started.map(({ stopped }) => stopped));
    await wire.close();
  });

  it('is alone: a second one stands by and takes over', async () => {
    const first = new AbortController();
    const one = start(first.signal);
    await one.active;
    const other = start();
    await other.standby;
    await played.append(enrolled(1));
    expect(await caughtUp()).toBe(true);
    first.abort();
    await one.projector.stopped;
    await other.active;
    expect(other.notices.map(({ kind }) => kind)).toEqual(['standby', 'active']);
    await played.append(enrolled(2));
    expect(await caughtUp()).toBe(true);
  });

  it('stops before an event that it cannot read, and shows nothing that came after', async () => {
    const poison = { ...newEvent(granted), data: Buffer.from('{"consent":"not one"}') };
    await played.append(enrolled(1), requested, opened);
    await played.store.append({ stream: 'any-stream', expected: 'any', events: [poison] });
    await played.append(viewed(consent(7), family));
    const { projector, notices } = start();
    await expect(projector.stopped).rejects.toMatchObject({ position: 4n, type: 'ConsentGranted', message: 'read models stop before position 4 (ConsentGranted)' });
    expect(notices.at(-1)).toMatchObject({ kind: 'stopped' });
    expect(await positionNow()).toBe(0n); // the page is one transaction
  });

  it('stops before a type that nobody has declared', async () => {
    await played.store.append({ stream: 'any-stream', expected: 'any', events: [{ ...newEvent(granted), id: EventId(randomUUID()), type: 'ConsentWidened' }] });
    await expect(start().projector.stopped).rejects.toMatchObject({ position: 1n, type: 'ConsentWidened' });
  });

  it('never steps over a gap, and takes a page again without a trace', async () => {
    const page = recorded([enrolled(1), enrolled(2), requested, opened, granted]);
    const apply = (events: typeof page) => withClient(played.database.projector, (client) => applyPage(client, events));
    await expect(apply(page.slice(1))).rejects.toMatchObject({ position: 2n });
    expect(await apply(page)).toBe(5n);
    expect(await apply(page)).toBe(5n);
    expect(await apply(page.slice(2, 3))).toBe(5n);
    expect((await played.readModels.status()).counts).toMatchObject({ basis: 1, proxy_view: 1, person: 2 });
    expect(await played.readModels.basesOf(consentViewer)).toMatchObject([{ state: 'live' }]);
  });

  it('writes nothing of a page whose transaction the server does not begin', async () => {
    const { host, port } = played.database.projector;
    const wire = await wireTo(host, port, { store: withoutBeginning() });
    const client = new Client({ ...played.database.projector, host: wire.host, pipeline: true });
    await client.connect();
    await expect(applyPage(client, recorded([enrolled(1), enrolled(2), requested, opened, granted]))).rejects.toMatchObject({ code: '42601' });
    expect(Object.values((await played.readModels.status()).counts).filter((rows) => rows > 0)).toEqual([]);
    expect(await positionNow()).toBe(0n);
    await client.end();
    await wire.close();
  });

  it('sees what whoever wrote before it has projected, whatever isolation the server gives by default', async () => {
    const page = recorded([enrolled(1), enrolled(2), requested, opened, granted]);
    const options = '-c default_transaction_isolation=repeatable\\ read';
    const first = Promise.withResolvers<void>();
    const before = withClient(played.database.projector, async (client) => {
      await client.query(`SELECT pg_advisory_lock(${LOCKS.writing})`);
      first.resolve();
      // The one behind waits by now.
      await eventually(() => client.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`), ({ rowCount }) => rowCount === 1);
      return applyPage(client, page.slice(0, 3));
    });
    const behind = first.promise.then(() => withClient({ ...played.database.projector, options }, (client) => applyPage(client, page)));
    expect(await Promise.all([before, behind])).toEqual([3n, 5n]);
    expect((await played.readModels.status()).counts).toMatchObject({ basis: 1, proxy_view: 1, person: 2 });
  });

  it.each(['checkpoint', 'access_entry'])('writes rows and checkpoint together or not at all, and tells nobody before: %s refused', async (table) => {
    const asOwner = (change: string) => withClient(played.database.owner, (client) => client.query(`ALTER TABLE read_model.${table} ${change}`));
    await asOwner('ADD CONSTRAINT refused CHECK ("position" < 0)');
    await played.append(enrolled(1), enrolled(2), requested, opened, granted, viewed(consent(7), family));
    const { active, notices } = start();
    await active;
    while (!notices.some(({ kind }) => kind === 'interrupted')) await sleep(5);
    expect(played.hint.position).toBe(0n);
    expect(await played.readModels.position()).toBe(0n);
    expect(Object.values((await played.readModels.status()).counts).filter((rows) => rows > 0)).toEqual([]);
    await asOwner('DROP CONSTRAINT refused');
    expect(await caughtUp()).toBe(true);
    expect((await played.readModels.status()).counts).toMatchObject({ basis: 1, proxy_view: 1, person: 2, access_entry: 1 });
  });
});

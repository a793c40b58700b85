import { Client } from 'pg';
import { readKeys, readLog } from '../../../../libs/backup/index.js';
import { withClient } from '../../../../libs/embedded-postgres/index.js';
import type { EventStore } from '../../../../libs/event-store/index.js';
import { loadEvents, lockEmptyLog } from '../../../../libs/event-store-postgres/index.js';
import { applyPage, PAGE } from '../../../../libs/read-models/index.js';
import { putCheck, putKeys } from '../../../../libs/vault-postgres/index.js';
import type { Screen } from '../feed/screen.js';
import { logPace } from '../log-pace.js';
import { inTransaction, type Owned } from './ground.js';
import type { Source } from './source.js';

/** Events of one statement. */
const BATCH = 2_000;

/** Puts keys, then the log, into the databases; each in one transaction, so that a cut leaves all of it or none. */
export async function load({ manifest, header, log, keysFile }: Source, at: Owned, screen: Screen): Promise<void> {
  await inTransaction(at.keysOwner, async (client) => {
    if (header.check !== '') await putCheck(client, header.check);
    for await (const page of readKeys(keysFile)) await putKeys(client, page);
  });
  const show = logPace((line) => screen.progress(`log: ${line}`));
  const target = BigInt(manifest.head);
  await inTransaction(at.owner, async (client) => {
    await lockEmptyLog(client);
    show({ position: 0n, target });
    for await (const events of readLog(log, manifest)) {
      for (let from = 0; from < events.length; from += BATCH) await loadEvents(client, events.slice(from, from + BATCH));
      show({ position: events.at(-1)?.position ?? 0n, target });
    }
  });
  await withClient(at.owner, (client) => client.query('ANALYZE ledger.event'));
}

/** Builds the read models from the restored log. */
export async function project(store: EventStore, at: Pick<Owned, 'owner'>, screen: Screen): Promise<void> {
  const show = logPace((line) => screen.progress(`read models: ${line}`));
  const target = await store.head();
  const client = new Client(at.owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (let position = 0n; position < target; show({ position, target })) position = await applyPage(client, await store.readAll(position, PAGE), store.isGapless());
  } finally {
    await client.end();
  }
}

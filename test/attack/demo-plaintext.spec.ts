import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOTHER } from '../../apps/cli/src/demo/people.js';
import { planSeed } from '../../apps/cli/src/feed/seed-plan.js';
import { clusterFolder } from '../../apps/cli/src/instance/database.js';
import type { CastMember } from '../../apps/issuer/cast.js';
import { keep } from '../../apps/issuer/home.js';
import { Cluster } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { EventId } from '../../libs/kernel/index.js';
import { Command } from '../kit/command.js';
import { findPlaintext } from './plaintext.js';

/** What the demo's people typed, showed and were tested with, and what the places are called where that was: at least 8 bytes each. */
async function planted(home: string): Promise<readonly string[]> {
  const { cast } = await keep(join(home, 'issuer'), '2026-01-01');
  const [daughter, child] = [identityIn(cast, 'li-na'), identityIn(cast, 'chen-xiaoyu')];
  const places = new Set(cast.map(({ duty }) => duty?.institution));
  const feed = readFileSync('test/data/lab-feed/dcc-tests.ndjson', 'utf8').split('\n');
  const mother = planSeed(feed).holders.find(({ person }) => person.name.family === MOTHER.family);
  const values = [
    MOTHER.family,
    MOTHER.given,
    mother?.person.birthDate,
    mother?.person.document.number,
    mother?.tubes[0]?.barcode,
    daughter.document.number,
    daughter.phone,
    child.document.number,
    child.birthDate,
    'Policlinico Umberto I',
    'Mum, test results',
    'Haidian maternity hospital',
    'DEMO-BIRTH-0001',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ...places,
  ];
  return values.filter((value) => typeof value === 'string');
}

function identityIn(cast: readonly CastMember[], who: string): NonNullable<CastMember['identity']> {
  const identity = cast.find(({ name }) => name === who)?.identity;
  if (identity === undefined || identity === null) throw new Error(`${who} has no identity`);
  return identity;
}

describe('what the demo leaves on the disk', () => {
  const home = mkdtempSync(join(tmpdir(), 'xinma-plain-'));
  let folders: readonly string[] = [];

  beforeAll(async () => {
    const [code, output] = await Command.run(['demo', '--home', home], {});
    expect([code, output.split('\n').findLast((line) => line !== '')]).toEqual([0, 'demo: ok']);
    const cluster = await Cluster.start({ folder: clusterFolder(home) });
    folders = [cluster.folder, join(home, 'logs')];
    await cluster.stop();
  }, 120_000);
  afterAll(() => folders.concat(home).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('holds no planted value in the data folder, the WAL or a log', async () => {
    const values = await planted(home);
    expect(values).toHaveLength(14 + 5);
    expect(findPlaintext(folders, values)).toEqual([]);
  }, 60_000);

  it('would show a value that was left unsealed', async () => {
    const control = `left unsealed ${randomBytes(8).toString('hex')}`;
    const cluster = await Cluster.start({ folder: clusterFolder(home) });
    const store = new PostgresEventStore({ connection: (await cluster.prepare()).api });
    const id = EventId('00000000-0000-8000-8000-000000000000');
    const data = Buffer.from(JSON.stringify({ control }));
    const { kind } = await store.append({ stream: 'control-1', expected: 'no-stream', events: [{ id, type: 'LeftUnsealed', data, metadata: Buffer.from('{}') }] });
    await store.close();
    await cluster.stop();
    expect(kind).toBe('appended');
    expect(findPlaintext(folders, [control]).map(({ form }) => form)).toContain('plain');
  }, 60_000);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clusterFolder } from '../../apps/cli/src/instance/database.js';
import { ServerProcess } from '../../apps/cli/src/instance/server-process.js';
import { removeCluster } from '../../libs/embedded-postgres/index.js';
import { Command } from '../kit/command.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';
import { PROGRAM } from '../kit/program.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-moved-'));
const [home, copy, back] = [join(folder, 'home'), join(folder, 'copy'), join(folder, 'back')];
const { DATABASE_OWNER_PASSWORD: owner = '', ...serve } = newPasswords();
const embedded = new ServerProcess(home, [PROGRAM, 'start']);
let own: OwnServer;

const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => Command.run(args, { XINMA_HOME: home, PORT: '0', ...more });
const chainOf = (of: string): string => (JSON.parse(readFileSync(join(of, 'manifest.json'), 'utf8')) as { content: { chain: string } }).content.chain;

beforeAll(async () => {
  await Promise.all([embedded.start(), OwnServer.start().then((started) => (own = started))]);
  await runRolesSql(own.superuser(), { ...serve, DATABASE_OWNER_PASSWORD: owner });
}, 60_000);
afterAll(async () => {
  await embedded.stop();
  await own?.stop();
  await removeCluster(clusterFolder(home));
  rmSync(folder, { recursive: true });
}, 60_000);

describe('A backup of the embedded database', () => {
  it('moves it, byte for byte, to a PostgreSQL 15 of one’s own, where the doctor is content; and can be taken from there', async () => {
    expect((await run(['backup', copy]))[0]).toBe(0);
    await embedded.stop();
    const serving = { DATABASE_URL: own.url, ...serve };
    const there = { ...serving, DATABASE_OWNER_PASSWORD: owner };
    expect(await run(['restore', copy], serving)).toEqual([1, expect.stringContaining('DATABASE_OWNER_PASSWORD must be')]);
    expect(await run(['restore', copy], there)).toEqual([0, expect.stringContaining(`chained hash ${chainOf(copy)}`)]);
    expect(await run(['restore', copy], there)).toEqual([1, expect.stringContaining('there is data already')]);
    // Its folder was made without checksums and with fsync off.
    expect(await run(['doctor'], serving)).toEqual([0, expect.stringMatching(/ok +log +\d+ events, none missing[^]* 2 to watch, 0 wrong/)]);
    expect((await run(['backup', back], serving))[0]).toBe(0);
    expect(chainOf(back)).toBe(chainOf(copy));
  }, 60_000);
});

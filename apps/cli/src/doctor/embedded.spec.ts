import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from '../../../../test/kit/command.js';
import { Cluster, migrate, removeCluster } from '../../../../libs/embedded-postgres/index.js';
import { PostgresVault } from '../../../../libs/vault-postgres/index.js';
import { thisProcess } from '../instance/process-identity.js';
import { examine } from './doctor.js';
import type { Finding } from './finding.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-doctor-embedded-'));
const masterKey = randomBytes(32);
const folder = join(home, 'postgres');
const data = join(folder, 'data');
const away = join(home, 'away');
const secrets = `${folder}.secrets.json`;
const environment = { XINMA_HOME: home, XINMA_MASTER_KEY: masterKey.toString('hex'), PORT: '0' };
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  // So that the data is in the home, also for root.
  chmodSync(home, 0o711);
  const cluster = await Cluster.start({ folder });
  const connections = await cluster.prepare();
  await migrate(connections);
  await (await PostgresVault.open(connections.keys, masterKey)).close();
  await cluster.stop();
}, 60_000);
afterAll(async () => {
  await removeCluster(folder);
  rmSync(home, { recursive: true, force: true });
});

const notOk = async (): Promise<readonly Finding[]> => (await examine(environment)).filter(({ level }) => level !== 'ok');
const found = (level: Finding['level'], says: string, mend: string) => expect.objectContaining({ level, says: expect.stringContaining(says), mend: expect.stringContaining(mend) });
const rewritten = (change: (text: string) => string): (() => void) => {
  const kept = readFileSync(secrets, 'utf8');
  writeFileSync(secrets, change(kept));
  return () => writeFileSync(secrets, kept, { mode: 0o600 });
};
/** Another password for one role than the server has. */
const otherPassword = (role: string): (() => void) => rewritten((text) => JSON.stringify({ ...(JSON.parse(text) as object), [role]: 'hush' }));
const moved = (what: string): (() => void) => {
  renameSync(what, away);
  return () => renameSync(away, what);
};
const opened = (what: string, mode: number): (() => void) => {
  const before = statSync(what).mode;
  chmodSync(what, mode);
  return () => chmodSync(what, before);
};
function givenToRoot(): () => void {
  const { uid, gid } = statSync(data);
  chownSync(data, 0, 0);
  return () => chownSync(data, uid, gid);
}

describe('The doctor, of an embedded server at rest', () => {
  it('finds nothing wrong where nothing is', async () => expect(await notOk()).toEqual([]), 20_000);

  it.each<readonly [string, () => () => void, says: string, mend: string]>([
    ['its data is gone', () => moved(data), `${data} is not there`, 'mount or put back'],
    ['its passwords are gone', () => moved(secrets), 'its passwords are missing', `restore ${secrets}`],
    ['its passwords are no JSON', () => rewritten(() => '{"postgres": hush'), 'does not hold the passwords', 'put back your copy'],
    ['the password of its superuser is another', () => otherPassword('postgres'), 'does not let postgres in', secrets],
    ['the password of its projector is another', () => otherPassword('xinma_projector'), 'does not let xinma_projector in', secrets],
    ['others may read its data', () => opened(data, 0o777), `others may read or change ${data}`, `chmod 700 ${data}`],
    ['part of its data is gone', () => moved(join(data, 'global')), 'PostgreSQL does not start', `see ${folder}.log`],
    ...(isRoot ? [['its data is another’s', givenToRoot, `${data} is not its own`, `chown -R postgres ${data}`] as const] : []),
  ])('finds that %s, and quotes nothing', async (_what, plant, says, mend) => {
    const undo = plant();
    const findings = await notOk().finally(undo);
    expect(findings).toEqual([found('wrong', says, mend)]);
    expect(JSON.stringify(findings)).not.toContain('hush');
  }, 30_000);

  it('names the passwords that are gone, and nothing else, also while an instance runs', async () => {
    const undo = moved(secrets);
    writeFileSync(join(home, 'run.json'), JSON.stringify(thisProcess()), { mode: 0o600 });
    const findings = await notOk();
    rmSync(join(home, 'run.json'));
    undo();
    expect(findings.filter(({ about }) => about !== 'api')).toEqual([found('wrong', 'its passwords are missing', `restore ${secrets}`)]);
  });

  it('leaves a folder that others may change as it was, and says so', async () => {
    const undo = opened(folder, 0o777);
    expect(await notOk()).toEqual([found('wrong', `others may read or change ${folder}`, `chmod 700 ${folder}`)]);
    expect(statSync(folder).mode & 0o777).toBe(0o777);
    undo();
  });

  it('says each time that an instance was killed, until one starts', async () => {
    writeFileSync(join(home, 'run.json'), JSON.stringify({ pid: 1, started: 'before' }));
    writeFileSync(join(data, 'postmaster.pid'), `999999\n${data}\n1\n5432\n/tmp/xinma-pg-none\n\n\nready\n`);
    const told = async (): Promise<readonly string[]> => {
      const [code, said] = await Command.run(['doctor'], environment);
      expect(code).toBe(0);
      return said.split('\n').filter((line) => line.startsWith('warn'));
    };
    expect(await told()).toEqual([expect.stringContaining('left its run file'), expect.stringContaining('did not end by itself')]);
    expect(await told()).toEqual([expect.stringContaining('left its run file')]);
    expect(existsSync(join(home, 'run.json'))).toBe(true);
    rmSync(join(home, 'run.json'));
  }, 30_000);
});

describe('The doctor, of a home that nobody else enters', () => {
  it('looks at the disk where the data is, and leaves the home shut', async () => {
    const shut = mkdtempSync(join(tmpdir(), 'xinma-doctor-shut-'));
    const cluster = await Cluster.start({ folder: join(shut, 'postgres') });
    await migrate(await cluster.prepare());
    await cluster.stop();
    const findings = await examine({ ...environment, XINMA_HOME: shut });
    const { mode } = statSync(shut);
    await removeCluster(join(shut, 'postgres'));
    rmSync(shut, { recursive: true });
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.find(({ about }) => about === 'disk')?.says).toContain(`free at ${cluster.folder}`);
    // Root's is in a folder that the server's system user can reach.
    expect(cluster.folder.startsWith(shut)).toBe(!isRoot);
    expect(mode & 0o777).toBe(0o700);
  }, 30_000);
});

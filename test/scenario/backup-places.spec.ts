import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from '../kit/command.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-places-'));
const at = (...names: readonly string[]): string => join(folder, ...names);
const copy = at('copy');
const passwords = newPasswords();
let own: OwnServer;

const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  Command.run(args, { XINMA_HOME: at('home'), XINMA_MASTER_KEY: 'ab'.repeat(32), PORT: '0', DATABASE_URL: own.url, ...passwords, ...more });
const keysIn = (place: string): Buffer => readFileSync(join(place, 'keys.ndjson'));
const idIn = (text: string): string | undefined => /"backup": ?"([^"]+)"/.exec(text)?.[1];
const variablesIn = (place: string): unknown => (JSON.parse(readFileSync(join(place, 'configuration.json'), 'utf8')) as { content: { variables: unknown } }).content.variables;

beforeAll(async () => {
  own = await OwnServer.start();
  await runRolesSql(own.superuser(), passwords);
  expect((await run(['migrate']))[0]).toBe(0);
}, 60_000);
afterAll(async () => {
  await own?.stop();
  rmSync(folder, { recursive: true });
});

describe('A backup', () => {
  it('of databases that nothing was started on goes on once something was', async () => {
    expect(await run(['backup', copy])).toEqual([0, expect.stringContaining('backed up and read back: 0 events')]);
    expect((await run(['appoint', '--issuer', 'https://id.example', '--subject', 'first', '--role', 'registrar', '--institution', 'office-1']))[0]).toBe(0);
    expect(await run(['backup', copy])).toEqual([0, expect.stringContaining('backed up and read back: 2 events')]);
  });

  it('into a new folder never goes over keys that are there, though the master key is the same', async () => {
    const before = keysIn(at('copy', 'keys'));
    expect(await run(['backup', at('new'), '--keys', at('copy', 'keys')])).toEqual([1, expect.stringContaining('is of another backup')]);
    expect(keysIn(at('copy', 'keys')).equals(before)).toBe(true);
  });

  it.each([['the log', ['/proc/xinma/copy']], ['the keys', [at('kernel'), '--keys', '/proc/xinma/keys']]])('says at once where %s would go to what the kernel makes up', async (_what, place) => {
    if (!existsSync('/proc/self')) return;
    expect(await run(['backup', ...place])).toEqual([1, expect.stringMatching(/^\/proc\/xinma\/\S+ is no folder that can be written, nor one that can be made/)]);
  });

  it('goes on with the keys of its own first run where that was cut', async () => {
    cpSync(copy, at('first'), { recursive: true });
    renameSync(at('first', 'manifest.json'), at('first', 'manifest.json.new'));
    expect((await run(['backup', at('first')]))[0]).toBe(0);
    expect(existsSync(at('first', 'manifest.json.new'))).toBe(false);
  });

  it('goes on where a run was killed while it took the folder', async () => {
    for (const name of ['run.4194305.json', 'run.json.after-4194305-1', 'run.json.after-4194305-1.after-nobody']) writeFileSync(at('copy', name), '');
    expect((await run(['backup', copy]))[0]).toBe(0);
  });

  it('that says so can be restored, also where another one was put beside it at once, with its keys in the same folder', async () => {
    const beside = ['one', 'other'].map((name) => at('beside', name));
    const ended = await Promise.all(beside.map((name) => run(['backup', name, '--keys', at('beside', 'keys')])));
    const done = beside.filter((_, each) => ended[each]?.[0] === 0);
    const ids = done.map((name) => idIn(readFileSync(join(name, 'manifest.json'), 'utf8')));
    expect([done.length, ids]).toEqual([1, [idIn(keysIn(at('beside', 'keys')).toString())]]);
    expect(ended.map(([, said]) => said).join()).toMatch(/is under way|is of another backup/);
  });

  it.each([['the folder itself', 'apart'], ['its log', 'apart/log'], ['a folder in that of the keys', 'apart/keys/more']])('does not put keys into %s', async (_what, keys) => {
    expect(await run(['backup', at('apart'), '--keys', at(keys)])).toEqual([1, expect.stringContaining('--keys')]);
    expect(existsSync(at('apart'))).toBe(false);
  });

  it('puts no keys among the files of the log by a detour, either', async () => {
    mkdirSync(at('detour', 'log'), { recursive: true });
    symlinkSync(at('detour', 'log'), at('link'));
    expect(await run(['backup', at('detour'), '--keys', at('link')])).toEqual([1, expect.stringContaining('--keys')]);
    expect(readdirSync(at('detour', 'log'))).toEqual([]);
  });

  it('is none that a restore would refuse: with somebody’s file among those of the log, it fails, and removes it never', async () => {
    mkdirSync(at('mixed', 'log'), { recursive: true });
    writeFileSync(at('mixed', 'log', 'keys.ndjson'), '');
    for (const _ of ['once', 'again']) expect(await run(['backup', at('mixed')])).toEqual([1, expect.stringMatching(/^keys\.ndjson: is no file of this backup/)]);
    expect(existsSync(at('mixed', 'log', 'keys.ndjson'))).toBe(true);
  });

  it('whose keys go apart from one run on says that those of the runs before are still beside the log, and a restore which ones it takes', async () => {
    cpSync(copy, at('moved'), { recursive: true });
    const left = at('moved', 'keys', 'keys.ndjson');
    expect(await run(['backup', at('moved'), '--keys', at('moved', 'keys')])).toEqual([0, expect.not.stringContaining('Older keys')]);
    expect(await run(['backup', at('moved'), '--keys', at('moved-keys')])).toEqual([0, expect.stringContaining(`Older keys are in ${left}`)]);
    expect(await run(['restore', at('moved')])).toEqual([1, expect.stringMatching(/^keys\.ndjson: is older than the log.*--keys/)]);
    rmSync(left);
    expect(await run(['backup', at('moved'), '--keys', at('moved-keys')])).toEqual([0, expect.not.stringContaining('Older keys')]);
  });

  it('takes an empty name for none, like the one of a variable that is not set: it is refused, and by a restore, too', async () => {
    expect(await run(['backup', copy, '--keys', ''])).toEqual([1, expect.stringContaining('--keys is empty')]);
    expect(await run(['restore', copy, '--keys', ''])).toEqual([1, expect.stringContaining('--keys is empty')]);
  });

  it.each([['jwks?client_secret=SECRET', 'https://id.example/me'], ['https://id.example/jwks', 'https://u:p/SECRET@id.example/me'], ['https://id.example/jwks?secret=SECRET', '']])('writes down no address that a start would refuse (%s, %s)', async (jwks, userinfo) => {
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'xinma', OIDC_ACR_MAX: 'al2', OIDC_JWKS_URI: jwks, OIDC_USERINFO_URI: userinfo };
    expect((await run(['backup', copy], { ...oidc, LOG_LEVEL: 'SECRET' }))[0]).toBe(0);
    expect(readFileSync(at('copy', 'configuration.json'), 'utf8')).not.toContain('SECRET');
  });

  it('writes down what a start admits', async () => {
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'xinma', OIDC_ACR_MAX: 'al2', OIDC_JWKS_URI: 'https://id.example/jwks' };
    expect((await run(['backup', copy], { ...oidc, LOG_LEVEL: 'warn' }))[0]).toBe(0);
    expect(variablesIn(copy)).toMatchObject({ ...oidc, LOG_LEVEL: 'warn', PORT: '0' });
  });
});

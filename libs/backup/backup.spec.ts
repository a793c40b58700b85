import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { BackupFolder, BackupUnusable, CHAIN_START, FORMAT, KEYS_FILE, KEYS_FORMAT, type KeptKey, lineOf, link, LogWriter, type Manifest, readKeys, readLog, writeDurably, writeKeys } from './index.js';
import { stamp } from './stamped.js';

const folders: string[] = [];
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xinma-backup-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const bytes = fc.uint8Array({ maxLength: 60 });
const someEvent = fc.record({ revision: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), id: fc.uuid(), stream: fc.stringMatching(/^[a-z]{1,8}-[!-~]{1,20}$/), type: fc.stringMatching(/^[A-Za-z]{1,12}$/), data: bytes, metadata: bytes });
const logs = (least: number) => fc.array(someEvent, { minLength: least, maxLength: 40 }).map((events) => events.map((event, index): RecordedEvent => ({ ...event, id: EventId(event.id), stream: event.stream as RecordedEvent['stream'], position: BigInt(index) + 1n })));
const someLog = logs(1);
const aKey = fc.record({ class: fc.constantFrom('person', 'claim'), owner: fc.stringMatching(/^[0-9a-f]{32}$/), wrapped: fc.base64String(), destroyedAt: fc.constant(null) });
const aMark = aKey.map((key): KeptKey => ({ ...key, wrapped: null, destroyedAt: '2026-11-23T00:00:00.123456Z' }));

const header = { format: KEYS_FORMAT, backup: 'b', run: 1, check: '' } as const;
async function* pages(...keys: readonly (readonly KeptKey[])[]): AsyncGenerator<readonly KeptKey[]> {
  yield* keys;
}
const all = async <T>(each: AsyncIterable<readonly T[]>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const page of each) found.push(...page);
  return found;
};

/** A complete backup of these events; files as small as `size` makes them. */
async function written(events: readonly RecordedEvent[], keys: readonly KeptKey[], size = 400): Promise<BackupFolder> {
  const folder = new BackupFolder(fresh());
  await folder.make();
  const writer = new LogWriter(folder.log, { files: 0, chain: CHAIN_START }, size);
  await writer.add(events);
  const last = events.at(-1);
  const manifest: Manifest = { format: FORMAT, backup: 'b', run: 1, createdAt: '', xinma: '', head: String(last?.position ?? 0), last: last?.id ?? '', chain: writer.chain, files: await writer.finish(), configuration: await folder.configure(stamp({ of: 'an instance' })) };
  await writeKeys(join(folder.folder, KEYS_FILE), header, pages(keys));
  await folder.propose(manifest);
  await folder.complete(manifest);
  return folder;
}

/** All that a restore reads before it writes. */
async function read(folder: BackupFolder) {
  const manifest = await folder.manifest();
  if (manifest === undefined) throw new BackupUnusable('manifest.json', 'is missing');
  await folder.demandNoStranger(manifest);
  await folder.demandConfiguration(manifest);
  return { events: await all(readLog(folder.log, manifest)), keys: await all(readKeys(join(folder.folder, KEYS_FILE))), manifest };
}

const filesOf = ({ folder, log }: BackupFolder): readonly string[] => [join(folder, 'manifest.json'), join(folder, 'configuration.json'), join(folder, KEYS_FILE), ...readdirSync(log).map((name) => join(log, name))];
const plain = (events: readonly RecordedEvent[]): readonly string[] => events.map(lineOf);

describe('A backup', () => {
  it('gives back every byte, whatever the sizes of its files', async () => {
    await fc.assert(
      fc.asyncProperty(someLog, fc.array(fc.oneof(aKey, aMark)), fc.integer({ min: 1, max: 5_000 }), async (events, keys, size) => {
        const found = await read(await written(events, keys, size));
        expect(plain(found.events)).toEqual(plain(events));
        expect(found.keys).toEqual(keys);
        expect(found.manifest.chain).toBe(plain(events).reduce(link, CHAIN_START));
      }),
      { numRuns: 30 },
    );
  });

  it('is not read with any bit of any file changed, and the message names the file', async () => {
    await fc.assert(
      fc.asyncProperty(someLog, aKey, fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 7 })), async (events, key, [which, where, bit]) => {
        const folder = await written(events, [key]);
        const files = filesOf(folder);
        const file = files[which % files.length] ?? '';
        const content = readFileSync(file);
        const at = where % content.length;
        content[at] = (content[at] ?? 0) ^ (1 << bit);
        writeFileSync(file, content);
        await expect(read(folder)).rejects.toMatchObject({ name: 'BackupUnusable', file: file.split('/').at(-1) });
      }),
      { numRuns: 150 },
    );
  });

  const events = fc.sample(logs(25), { numRuns: 1, seed: 7 }).flat();
  const spoiled: readonly [string, string, (folder: BackupFolder) => void][] = [
    ['a missing file', '00000002.ndjson.gz', ({ log }) => rmSync(join(log, '00000002.ndjson.gz'))],
    ['a file more', 'stray.gz', ({ log }) => writeFileSync(join(log, 'stray.gz'), '')],
    ['a file beside the log', 'strange', ({ folder }) => writeFileSync(join(folder, 'strange'), '')],
    ['a file that looks unfinished', 'zz.part', ({ log }) => writeFileSync(join(log, 'zz.part'), '')],
    ['a folder that looks unfinished', 'subdir.part', ({ log }) => mkdirSync(join(log, 'subdir.part'))],
    ['a folder by the name of a file that a cut run leaves', '00000099.ndjson.gz.part', ({ log }) => mkdirSync(join(log, '00000099.ndjson.gz.part'))],
    ['no configuration', 'configuration.json', ({ folder }) => rmSync(join(folder, 'configuration.json'))],
    ['another configuration, as whole', 'configuration.json', ({ folder }) => writeFileSync(join(folder, 'configuration.json'), stamp({ of: 'another one' }))],
    ['a file cut off', '00000001.ndjson.gz', ({ log }) => writeFileSync(join(log, '00000001.ndjson.gz'), readFileSync(join(log, '00000001.ndjson.gz')).subarray(0, -1))],
    ['two files in each other’s place', '00000001.ndjson.gz', ({ log }) => {
      renameSync(join(log, '00000001.ndjson.gz'), join(log, 'x'));
      renameSync(join(log, '00000002.ndjson.gz'), join(log, '00000001.ndjson.gz'));
      renameSync(join(log, 'x'), join(log, '00000002.ndjson.gz'));
    }],
    ['keys cut off', KEYS_FILE, ({ folder }) => writeFileSync(join(folder, KEYS_FILE), readFileSync(join(folder, KEYS_FILE)).subarray(0, -1))],
    ['keys without their last one', KEYS_FILE, ({ folder }) => writeFileSync(join(folder, KEYS_FILE), readFileSync(join(folder, KEYS_FILE), 'utf8').replace(/\{"class[^\n]*\n/, ''))],
    ['no keys', KEYS_FILE, ({ folder }) => rmSync(join(folder, KEYS_FILE))],
    ['another format', 'manifest.json', ({ folder }) => writeFileSync(join(folder, 'manifest.json'), stamp({ format: 'xinma-backup/2' }))],
  ];
  it.each(spoiled)('with %s is refused by the name of the file', async (_what, file, spoil) => {
    const folder = await written(events, fc.sample(aKey, 2));
    spoil(folder);
    await expect(read(folder)).rejects.toMatchObject({ name: 'BackupUnusable', file });
  });

  it('is refused where its manifest puts files in another order, or leaves one out, and is stamped anew', async () => {
    const folder = await written(events, []);
    const manifest = await folder.manifest();
    for (const files of [manifest?.files.toReversed(), manifest?.files.slice(1), manifest?.files.slice(0, -1)]) {
      await writeDurably(join(folder.folder, 'manifest.json'), stamp({ ...manifest, files }));
      await expect(read(folder)).rejects.toThrow(BackupUnusable);
    }
  });

  it('of an earlier version, whose manifest does not name the configuration, is read with and without one', async () => {
    const folder = await written(events, []);
    const { configuration: _, ...manifest } = (await folder.manifest()) ?? {};
    await writeDurably(join(folder.folder, 'manifest.json'), stamp(manifest));
    expect((await read(folder)).events).toHaveLength(events.length);
    rmSync(join(folder.folder, 'configuration.json'));
    expect((await read(folder)).events).toHaveLength(events.length);
    writeFileSync(join(folder.folder, 'configuration.json'), 'x');
    await expect(read(folder)).rejects.toMatchObject({ file: 'configuration.json' });
  });

  it('stands whole with the next configuration beside its own, and with its own not named yet', async () => {
    const folder = await written(events, []);
    const former = (await read(folder)).manifest;
    const configuration = await folder.configure(stamp({ of: 'the next run' }));
    expect((await read(folder)).manifest).toEqual(former);
    await writeDurably(join(folder.folder, 'manifest.json'), stamp({ ...former, configuration }));
    expect((await read(folder)).manifest.configuration).toBe(configuration);
    await folder.tidy({ ...former, configuration });
    expect(readdirSync(folder.folder)).not.toContain('configuration.json.new');
    expect((await read(folder)).manifest.configuration).toBe(configuration);
  });

  it('lets nobody’s file go when it is tidied: one that no run of ours makes ends it', async () => {
    const folder = await written(events, []);
    writeFileSync(join(folder.log, KEYS_FILE), 'the only copy');
    await expect(folder.tidy(await folder.manifest())).rejects.toMatchObject({ file: KEYS_FILE });
    expect(readFileSync(join(folder.log, KEYS_FILE), 'utf8')).toBe('the only copy');
  });

  it('writes over nothing that stands under the name it writes to: no mode is taken over, no link followed', async () => {
    const [folder, elsewhere] = [fresh(), join(fresh(), 'elsewhere')];
    writeFileSync(elsewhere, 'of somebody');
    for (const [file, write] of [['keys.ndjson', () => writeKeys(join(folder, 'keys.ndjson'), header, pages([]))], ['plain.part', () => writeDurably(join(folder, 'plain.part'), 'x')]] as const) {
      const part = join(folder, file === 'keys.ndjson' ? `${file}.part` : file);
      writeFileSync(part, '');
      chmodSync(part, 0o666);
      await write();
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
      rmSync(part, { force: true });
      symlinkSync(elsewhere, part);
      await write();
    }
    expect(readFileSync(elsewhere, 'utf8')).toBe('of somebody');
  });

  it('stands whole beside a run that was cut at any moment, whose leavings the next one removes', async () => {
    const folder = await written(events.slice(0, 10), []);
    const { manifest: former } = await read(folder);
    const writer = new LogWriter(folder.log, { files: former.files.length, chain: former.chain }, 400);
    await writer.add(events.slice(10));
    const more = await writer.finish();
    const first = String(more[0]?.name);
    expect((await read(folder)).events).toHaveLength(10);
    await folder.propose({ ...former, head: String(events.length), chain: writer.chain, files: [...former.files, ...more] });
    renameSync(join(folder.log, `${first}.part`), join(folder.log, first));
    expect((await read(folder)).events).toHaveLength(10);
    await folder.tidy(former);
    expect(readdirSync(folder.log)).toEqual(former.files.map(({ name }) => name));
  });
});

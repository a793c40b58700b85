import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROW_COLUMNS } from '../../libs/domain/sample/index.js';
import { eventually } from '../kit/eventually.js';
import { ImportProgram } from '../kit/import-program.js';
import { Instance } from '../kit/instance.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-import-input-'));
let instance: Instance;
let token: string;
const programs = new ImportProgram(() => token);

beforeAll(async () => {
  instance = await Instance.start();
  token = (await instance.as('nurse-zhou')).token ?? '';
});
afterAll(async () => {
  programs.end();
  rmSync(folder, { recursive: true });
  await instance.close();
});

const file = (name: string): string => join(folder, name);
const linesOf = (name: string): readonly string[] => readFileSync(file(name), 'utf8').trimEnd().split('\n');

describe('xinma import of its standard input', () => {
  it.each([['ndjson', '', '{"a":""}', '{"b":""}'], ['csv', `${ROW_COLUMNS.join()}\n`, `"1\n"${','.repeat(ROW_COLUMNS.length - 1)}`, ','.repeat(ROW_COLUMNS.length - 1)]])('tells what came so far while nothing more comes on the standard input, and goes on with what comes then: %s', async (form, header, one, other) => {
    const name = `slow.${form}`;
    const { ended, stdin } = programs.run('-', '--format', form, '--url', instance.address, '--rejected', file(name));
    stdin.write(`${header}${one}\n${other.slice(0, 3)}`);
    await eventually(() => readdirSync(folder), (names) => names.some((each) => each.startsWith(`${name}.partial`)));
    stdin.end(`${other.slice(3)}\n`);
    const { code, output } = await ended;
    expect([code, output]).toEqual([0, expect.stringContaining('2 rows, each with its verdict')]);
    expect(readFileSync(file(name), 'utf8')).toBe(`${header}${one}\n${other}\n`);
    expect(linesOf(`${name}.tsv`)).toEqual(['row\tline\tverdict', '1\t1\tformat', '2\t2\tformat']);
  });

  it('tells at once why the standard input is refused, and goes on keeping what comes', async () => {
    writeFileSync(file('bad-token'), 'bad');
    const { stdin, child } = programs.run('-', '--url', instance.address, '--token-file', file('bad-token'), '--rejected', file('kept.ndjson'));
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    stdin.write('{"a":""}\n');
    await eventually(() => said, (so) => so.includes('the token has ended'));
    stdin.end('{"b":""}\n');
    await once(child, 'exit');
    expect([child.exitCode, linesOf('kept.ndjson')]).toEqual([1, ['{"a":""}', '{"b":""}']]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('that is told to stop by %s keeps what was not judged, and leaves nothing half made', async (signal) => {
    const name = `stopped-${signal}.ndjson`;
    const { ended, stdin, child, said } = programs.run('-', '--url', instance.address, '--rejected', file(name));
    stdin.write(`${JSON.stringify({ tg: '840539006' })}\n`.repeat(2_000));
    await eventually(() => readdirSync(folder), (names) => names.some((one) => one.startsWith(`${name}.partial`)));
    child.kill(signal);
    // Else its input may have ended before it hears the signal, and all of it be judged.
    await eventually(() => said.join(''), (all) => all.includes('it broke off'));
    stdin.end('{"last":""}');
    const { code, output } = await ended;
    expect([code, output]).toEqual([1, expect.stringContaining('it broke off: it was told to stop')]);
    expect([linesOf(name).length, linesOf(name).at(-1)]).toEqual([2_001, '{"last":""}']);
    expect(linesOf(`${name}.tsv`).at(-1)).toBe('2001\t2001\tnot-judged');
    expect(readdirSync(folder).filter((one) => one.includes('.partial'))).toEqual([]);
  });

  it('that is told to stop ends where nothing more comes, also while whoever writes to it goes on living', async () => {
    const { ended, stdin, child } = programs.run('-', '--url', instance.address, '--rejected', file('living.ndjson'));
    stdin.write('{"a":""}\n');
    await eventually(() => readdirSync(folder), (names) => names.some((one) => one.startsWith('living.ndjson.partial')));
    child.kill('SIGTERM');
    const { code, output } = await ended;
    expect([code, output, linesOf('living.ndjson')]).toEqual([1, expect.stringContaining('it broke off: it was told to stop'), ['{"a":""}']]);
    expect(readdirSync(folder).filter((one) => one.includes('.partial'))).toEqual([]);
  }, 20_000);
});

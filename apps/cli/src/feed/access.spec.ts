import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Access, accessFor, type AccessOptions } from './access.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-access-'));
afterAll(() => rmSync(home, { recursive: true }));
const file = join(home, 'token');
writeFileSync(file, 'from.the.file\n');
writeFileSync(join(home, 'words'), 'no token at all');

describe('Where a feed goes, and as whom', () => {
  const asked = (options: AccessOptions, variable?: string) => accessFor({ XINMA_HOME: home, ...(variable === undefined ? {} : { XINMA_TOKEN: variable }) }, options, 'nurse-zhou');

  const now = async ({ token }: Access): Promise<string> => (typeof token === 'string' ? token : token());

  it.each([
    // options                                                      variable  address                       token
    [{ url: 'https://clinic.example/path' },                        'abc',    'https://clinic.example',     'abc'],
    [{ url: 'https://clinic.example', tokenFile: file },            undefined, 'https://clinic.example',    'from.the.file'],
    [{ url: 'https://clinic.example', tokenFile: file },            'abc',    'https://clinic.example',     'from.the.file'],
    [{ url: 'http://127.0.0.1:3000' },                              'abc',    'http://127.0.0.1:3000',      'abc'],
    [{ url: 'http://[::1]:3000' },                                  'abc',    'http://[::1]:3000',          'abc'],
  ] as const)('%j with %j', async (options, variable, address, token) => {
    const access = await asked(options, variable);
    expect([access.address, await now(access)]).toEqual([address, token]);
  });

  it('is as whoever the file names by then', async () => {
    const changing = join(home, 'changing');
    writeFileSync(changing, 'first');
    const access = await asked({ url: 'https://clinic.example', tokenFile: changing });
    writeFileSync(changing, 'second');
    expect(await now(access)).toBe('second');
  });

  it.each([
    [{},                                                            'abc',     'no instance runs on'],
    [{ url: 'clinic.example' },                                     'abc',     '--url is an address'],
    [{ url: 'ftp://clinic.example' },                               'abc',     '--url is an address'],
    [{ url: 'http://clinic.example' },                              'abc',     'over https only'],
    [{ url: 'http://127.0.0.1.example' },                           'abc',     'over https only'],
    [{ url: 'https://clinic.example' },                             undefined, 'whose sign-in?'],
    [{ url: 'https://clinic.example', as: 'nurse-zhou' },           'abc',     'whose sign-in?'],
    [{ url: 'https://clinic.example', tokenFile: join(home, 'words') }, undefined, 'holds no token'],
    [{ url: 'https://clinic.example', tokenFile: join(home, 'none') }, undefined, 'ENOENT'],
  ] as const)('%j with %j is told what is missing', (options, variable, said) => expect(asked(options, variable)).rejects.toThrow(said));
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { inChinese } from './three-words.js';
import type { Words } from './words.js';
import { WORDS } from '../../../../libs/application/consent/words.js';

const source = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'));
const text = (name: string): string => readFileSync(join(source, name), 'utf8');
const declaring = files.filter((name) => /^export const \w+ = words\(/m.test(text(name)));
const used = files.filter((name) => !declaring.includes(name)).map(text).join('\n');

const isWords = (found: unknown): found is Words<string> => typeof found === 'object' && found !== null && 'part' in found && 'said' in found;
const base = (key: string): string => key.replace(/_(?:one|other)$/, '');
const keys = (said: object): readonly string[] => [...new Set(Object.keys(said).map(base))].toSorted();
const holes = (said: string): readonly string[] => [...said.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

describe.each(declaring)('the words of %s', (name) => {
  const load = async (): Promise<Words<string>> => {
    const found = Object.values((await import(pathToFileURL(join(source, name)).href)) as object).find(isWords);
    if (found === undefined) throw new Error(`${name} declares no words`);
    return found;
  };

  it('are the same in both languages, with the same in them to be filled in', async () => {
    const { zh, en } = (await load()).said;
    expect(keys(zh)).toEqual(keys(en));
    for (const [key, said] of Object.entries(en)) expect([key, holes(zh[key] ?? zh[`${base(key)}_other`] ?? '')]).toEqual([key, holes(said)]);
    for (const said of [...Object.values(zh), ...Object.values(en)]) expect(said.trim()).toMatch(/./);
  });

  it('are all shown somewhere', async () => {
    const { en } = (await load()).said;
    expect(keys(en).filter((key) => !used.includes(`'${key}'`))).toEqual([]);
  });
});

describe('the words that a code is compared by', () => {
  it('are all there in Chinese, and no two alike', () => {
    const chinese = WORDS.map(inChinese);
    expect(WORDS.filter((word) => inChinese(word) === undefined)).toEqual([]);
    expect(new Set(chinese).size).toBe(WORDS.length);
  });
});

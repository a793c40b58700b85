import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }).scripts;
const readmes = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*README.md'], { encoding: 'utf8' }).trim().split('\n');
/** What xinma can do, by its own word: asked once for all READMEs. */
let commands: readonly string[] | undefined;
const RUNTIME_PATHS = /^(\.xinma|node_modules|dist|(bench|fault|mutation)-results)\b/;

/** Code spans, code blocks and link targets: where a README names something that must exist. */
const spans = (text: string): readonly string[] => [...text.matchAll(/`([^`\n]+)`/g), ...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, span = '']) => span);
const paths = (text: string): readonly string[] => spans(text).filter((span) => /^(\.{1,2}\/)*[\w.-]+(\/[\w.-]+)*\/?$/.test(span) && span.includes('/'));
const matches = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

describe.each(readmes)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('names only paths that exist', () => {
    const missing = paths(text).filter((path) => !RUNTIME_PATHS.test(path) && !existsSync(join(dirname(file), path)) && !existsSync(path));
    expect(missing).toEqual([]);
  });

  it('has its decisions newest first', () => {
    const dates = matches(text, /^\*{1,2}(\d{4}-\d{2}-\d{2})/gm);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('names only npm scripts that exist', () => {
    const missing = matches(text, /npm run (?:-s )?([\w:]+)/g).filter((name) => scripts[name] === undefined);
    expect(missing).toEqual([]);
  });

  it('names only commands that xinma has', () => {
    commands ??= matches(execFileSync(process.execPath, ['dist/apps/cli/src/main.js', '--help'], { encoding: 'utf8' }), /^ {2}(\w+)/gm);
    const known = commands;
    const missing = matches(text, /npm run (?:-s )?xinma -- (\w+)/g).filter((name) => !known.includes(name));
    expect(missing).toEqual([]);
  });
});

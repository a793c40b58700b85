import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transform } from '@swc/core';
import type { Bug } from './bugs.js';

const PARSER = { syntax: 'typescript', decorators: true } as const;

/** The source with the bug in it. Throws where the line is no longer there, or there twice. */
export async function withBug({ name, file, from, to }: Bug): Promise<string> {
  const source = await readFile(resolve(file), 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold once what "${name}" replaces`);
  return source.replace(from, () => to);
}

/** What the simulation needs. */
const PARTS = ['libs', 'test/kit', 'test/fault'] as const;

/** A compiled copy of some parts, in `under` of a temporary folder. */
export async function copy(parts: readonly string[] = PARTS, under = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xinma-planted-'));
  for (const part of parts) await cp(resolve('dist', part), join(folder, under, part), { recursive: true });
  await cp(resolve('package.json'), join(folder, 'package.json'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Puts the bug into a copy; answers how to take it out again. */
export async function plant(folder: string, bug: Bug): Promise<() => Promise<void>> {
  const compiled = join(folder, dirname(bug.file), bug.file.slice(dirname(bug.file).length + 1).replace(/\.ts$/, '.js'));
  const sound = await readFile(compiled, 'utf8');
  const jsc = { target: 'es2024', parser: PARSER, transform: { legacyDecorator: true, decoratorMetadata: true }, keepClassNames: true } as const;
  const { code } = await transform(await withBug(bug), { configFile: false, swcrc: false, jsc, module: { type: 'es6' } });
  await writeFile(compiled, code);
  return () => writeFile(compiled, sound);
}

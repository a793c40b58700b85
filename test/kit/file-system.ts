import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll } from '@jest/globals';

type FileSystem = typeof fs;

/** From before a suite's tests until after them, functions of Node's file system do something else, for whoever imports them. `own`: what they do by themselves. */
export function fileSystemThat(otherwise: (own: FileSystem) => Partial<FileSystem>): void {
  const own = { ...fs };
  const others = otherwise(own);
  const set = (from: Partial<FileSystem>): void => {
    for (const name of Object.keys(others)) Reflect.set(fs, name, Reflect.get(from, name));
    syncBuiltinESMExports();
  };
  beforeAll(() => set(others));
  afterAll(() => set(own));
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of this program, as its package says; `unknown` where it was taken out of its package. */
export function version(folder = dirname(fileURLToPath(import.meta.url))): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return String((JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }).version);
  return dirname(folder) === folder ? 'unknown' : version(dirname(folder));
}

import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { peakOf } from '../machine.js';
import type { Sent } from './client.js';

const CLIENT = fileURLToPath(new URL('./client.js', import.meta.url));

/** Sends a feed from a process of its own, to its end. Rejects where rows were not judged. */
export async function sendFeed({ address, token, feed }: { readonly address: string; readonly token: string; readonly feed: string }): Promise<Sent> {
  const child = spawn(process.execPath, [CLIENT, address, feed], { env: { ...process.env, XINMA_TOKEN: token, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await text(child.stdout);
  const sent = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as Sent;
  if (sent.code !== 0) throw new Error('rows were not judged');
  return sent;
}

/** The most memory that a process has had so far, in MiB; where the machine keeps no such account, what it has now. */
export const memoryOf = (pid: number): number => peakOf(pid) ?? Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()) / 1_024;

import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { Client } from 'pg';
import type { Connection } from '../../libs/embedded-postgres/index.js';

/** What a figure depends on besides the code. */
export const machineFacts = (): string => {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, node ${process.version}, ${process.platform} ${process.arch}`;
};

const SETTINGS = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_connections'];

/** The settings of a server that its speed depends on, on one line. */
export async function postgresFacts(connection: Connection): Promise<string> {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; value: string }>('select name, current_setting(name) as value from unnest($1::text[]) as name', [SETTINGS]);
    return `postgres: ${rows.map(({ name, value }) => `${name}=${value}`).join(' ')}`;
  } finally {
    await client.end();
  }
}

/** The most memory that a process has had so far, in MiB; undefined where the machine does not tell. */
export function peakOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  const kibibytes = existsSync(file) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1_024;
}

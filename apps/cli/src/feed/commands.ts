import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { xinma, type XinmaClient } from '../../../../libs/client/index.js';
import { homeOf, isWritable } from '../../../../libs/configuration/index.js';
import { Malformed } from '../../../../libs/kernel/index.js';
import { importFeed } from '../import.js';
import { runningInstance } from '../instance/run-file.js';
import { untilTold } from '../instance/until-told.js';
import { seed } from '../seed.js';
import { token } from '../token.js';
import { PORTS_NEED, runningHere, withPorts } from '../instance/ports.js';
import { type AccessOptions, accessFor } from './access.js';
import { midnight } from './as-of.js';
import { deskOf, generate } from './generate/generate.js';
import type { Town } from './generate/town.js';
import type { FeedForm } from './row-splitter.js';
import { terminal } from './screen.js';
import { sendBy } from './sending.js';

/** Options of both commands; `as` is the member of the clinic's staff, of the development cast. */
export interface FeedOptions {
  readonly asOf?: string;
  readonly as?: string;
}

/** Options of `xinma seed`: a feed's people, or a generated town. */
export interface SeedCommandOptions extends FeedOptions {
  readonly generate?: string;
  readonly seed?: string;
  readonly out?: string;
}

const REGISTRAR = 'registrar-he';
const NURSE = 'nurse-zhou';

/** `xinma seed FEED`, `xinma seed --generate N`: the exit code. Rejects where no development instance runs. */
export async function seedCommand(environment: NodeJS.ProcessEnv, feed: string | undefined, options: SeedCommandOptions): Promise<number> {
  const { asOf, as = NURSE, generate } = options;
  refuseFuture(asOf);
  if ((feed === undefined) === (generate === undefined)) throw new Error('a feed, or --generate N: one of the two');
  if (feed === undefined) return generateCommand(environment, options);
  const [registrar, clinic] = await Promise.all([REGISTRAR, as].map((name) => clientAs(environment, name)));
  return registrar === undefined || clinic === undefined ? 1 : seed({ registrar, clinic }, { feed, asOf }, terminal);
}

async function generateCommand(environment: NodeJS.ProcessEnv, options: SeedCommandOptions): Promise<number> {
  const { out, as = NURSE } = options;
  const town = townOf(options);
  const file = placeOf(out ?? `generated-${town.seed}-${town.asOf}-${town.rows}.ndjson`);
  const instance = await runningHere(environment, PORTS_NEED);
  if (instance.configuration.production || instance.run?.issuer === undefined) throw new Error('seed is for development: this instance signs real people in');
  await withPorts(instance.configuration, instance.connections, async (ports) => generate(await deskOf(ports, { registrar: REGISTRAR, clinic: as }), town, file, terminal));
  return 0;
}

/** It is written once all are registered, which takes its time. */
function placeOf(file: string): string {
  const folder = dirname(resolve(file));
  if (file === '' || !existsSync(folder) || !isWritable(folder)) throw new Error('--out is a file in a folder that can be written');
  return file;
}

/** Barcodes count rows in eight digits. */
const MOST_ROWS = 99_999_999;

function townOf({ generate = '', seed = '1', asOf = new Date().toISOString().slice(0, 10) }: SeedCommandOptions): Town {
  const rows = /^[1-9]\d{0,7}$/.test(generate) ? Number(generate) : 0;
  if (rows === 0) throw new Error(`--generate is a number of rows, 1 to ${MOST_ROWS}`);
  if (!/^[a-z0-9]{1,20}$/.test(seed)) throw new Error('--seed is 1-20 of a-z and 0-9');
  return { rows, seed, asOf };
}

/** Options of `xinma import`. */
export interface ImportCommandOptions extends AccessOptions {
  readonly asOf?: string;
  readonly rejected?: string;
  readonly format?: FeedForm;
}

/** `xinma import FEED`: the exit code. */
export async function importCommand(environment: NodeJS.ProcessEnv, feed: string, options: ImportCommandOptions): Promise<number> {
  const { asOf, rejected, format } = options;
  refuseFuture(asOf);
  const connection = await accessFor(environment, options, NURSE);
  const over = new AbortController();
  // Told once, it keeps what was not judged; told again, it ends at once.
  void untilTold().then(() => over.abort());
  try {
    return await importFeed(sendBy(connection, over.signal), { feed, asOf, rejected, format, over: over.signal }, terminal);
  } finally {
    // Whoever writes to it may go on living, and the process with it.
    if (feed === '-') process.stdin.destroy();
  }
}

async function clientAs(environment: NodeJS.ProcessEnv, name: string): Promise<XinmaClient> {
  const home = homeOf(environment);
  const address = runningInstance(home)?.address;
  if (address === undefined) throw new Error(`nothing runs on ${home}: npm start`);
  return xinma({ address, token: await token(environment, name) });
}

/** A feed moved past now would be one of results from the future. */
function refuseFuture(asOf: string | undefined): void {
  if (asOf !== undefined && !isPast(asOf)) throw new Error('--as-of is a date (YYYY-MM-DD), today (UTC) at the latest');
}

function isPast(date: string): boolean {
  try {
    return midnight(date) <= Date.now();
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

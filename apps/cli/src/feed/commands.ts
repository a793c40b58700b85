import { homeOf } from '../../../../libs/configuration/index.js';
import { HttpClient } from '../http-client.js';
import { importFeed } from '../import.js';
import { runningInstance } from '../instance/run-file.js';
import { seed } from '../seed.js';
import { token } from '../token.js';
import { midnight } from './as-of.js';
import { terminal } from './screen.js';

/** Options of both commands; `as` is the member of the clinic's staff, of the development cast. */
export interface FeedOptions {
  readonly asOf?: string;
  readonly as?: string;
}

const REGISTRAR = 'registrar-he';
const NURSE = 'nurse-zhou';

/** `xinma seed FEED`: the exit code. Rejects where no development instance runs. */
export async function seedCommand(environment: NodeJS.ProcessEnv, feed: string, { asOf, as = NURSE }: FeedOptions): Promise<number> {
  refuseFuture(asOf);
  const [registrar, clinic] = await Promise.all([REGISTRAR, as].map((name) => clientAs(environment, name)));
  return registrar === undefined || clinic === undefined ? 1 : seed({ registrar, clinic }, { feed, asOf }, terminal);
}

/** `xinma import FEED`: the exit code. */
export async function importCommand(environment: NodeJS.ProcessEnv, feed: string, { asOf, as = NURSE }: FeedOptions): Promise<number> {
  refuseFuture(asOf);
  return importFeed(await clientAs(environment, as), { feed, asOf }, terminal);
}

async function clientAs(environment: NodeJS.ProcessEnv, name: string): Promise<HttpClient> {
  const home = homeOf(environment);
  const address = runningInstance(home)?.address;
  if (address === undefined) throw new Error(`nothing runs on ${home}: npm start`);
  return new HttpClient(address, await token(environment, name));
}

/** A feed moved past now would be one of results from the future. */
function refuseFuture(asOf: string | undefined): void {
  if (asOf !== undefined && midnight(asOf) > Date.now()) throw new Error('--as-of is a date (YYYY-MM-DD), today (UTC) at the latest');
}

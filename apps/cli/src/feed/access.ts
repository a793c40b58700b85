import { readFileSync } from 'node:fs';
import { homeOf } from '../../../../libs/configuration/index.js';
import { runningInstance } from '../instance/run-file.js';
import { token as castToken } from '../token.js';

/** Where a command speaks to, and as whom. A token is never on a command line, where everybody on the machine reads it. */
export interface AccessOptions {
  /** Another server than the instance that runs here. */
  readonly url?: string | undefined;
  /** Somebody of the development cast, whom the instance here signs in. */
  readonly as?: string | undefined;
  /** A file that holds a token of the server's issuer; else the variable XINMA_TOKEN. */
  readonly tokenFile?: string | undefined;
}

/** An address, and a token for it, asked for anew where it can be: feed after feed goes on for longer than one is good. */
export interface Access {
  readonly address: string;
  readonly token: string | (() => string | Promise<string>);
}

/** Rejects with what is missing. `usual`: who of the cast it is where nobody else is said. */
export async function accessFor(environment: NodeJS.ProcessEnv, { url, as, tokenFile }: AccessOptions, usual: string): Promise<Access> {
  const { address: here, issuer } = runningInstance(homeOf(environment)) ?? {};
  const address = url === undefined ? here : addressOf(url);
  if (address === undefined) throw new Error(`no instance runs on ${homeOf(environment)}: npm start, or --url for another server`);
  const given = as === undefined ? givenToken(environment, tokenFile) : undefined;
  if (given !== undefined) return { address, token: given };
  if (issuer === undefined) throw new Error('whose sign-in? a token of the server’s issuer goes into a file (--token-file) or into XINMA_TOKEN');
  const signIn = () => castToken(environment, as ?? usual);
  // Whoever cannot sign in hears it before anything is sent.
  await signIn();
  return { address, token: signIn };
}

function givenToken({ XINMA_TOKEN: variable = '' }: NodeJS.ProcessEnv, file: string | undefined): Access['token'] | undefined {
  if (file === undefined) return variable.trim() === '' ? undefined : admitted(variable, 'XINMA_TOKEN');
  const read = () => admitted(readFileSync(file, 'utf8'), file);
  read();
  return read;
}

function admitted(text: string, from: string): string {
  const token = text.trim();
  if (!/^[\w.~+/=-]+$/.test(token)) throw new Error(`${from} holds no token`);
  return token;
}

/** A token goes over TLS, or stays on this machine. */
function addressOf(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Error('--url is an address: https://host');
  if (url.protocol === 'http:' && !/^(localhost|\[::1\]|127(\.\d+){3})$/.test(url.hostname)) throw new Error('--url: a token is sent over https only, unless the server is on this machine');
  return url.origin;
}

import { fingerprint } from './fingerprint.js';

const KEY = 'idempotency-key';

/** The last command of which nobody knows whether it was done: its key, and what it asked for as a hash. */
let last: { readonly asked: string; readonly key: string } | undefined;

/** Whether this asks for a change that the server does once per key. */
export const isCommand = ({ headers }: Request): boolean => headers.has(KEY);

/** Gives a command that is asked for again the key that it had, so that pressing again does nothing twice. Answers what to call with whether its outcome is known. */
export async function underItsKey(request: Request): Promise<(known: boolean) => void> {
  if (!isCommand(request)) return () => undefined;
  const asked = await hashOf(request);
  if (last?.asked === asked) request.headers.set(KEY, last.key);
  const key = request.headers.get(KEY) ?? '';
  return (known) => {
    if (!known) last = { asked, key };
    else if (last?.key === key) last = undefined;
  };
}

async function hashOf(request: Request): Promise<string> {
  const body = await request.clone().text();
  return fingerprint(new TextEncoder().encode(`${request.method} ${request.url}\n${body}`));
}

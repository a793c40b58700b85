import { Agent, request } from 'node:http';

/** How long a client waits for an answer, in milliseconds. */
const PATIENCE = 8_000;

/** What was answered. */
export interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** A request as it goes out. */
export interface Asked {
  readonly address: string;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly key?: string | undefined;
  readonly body?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Undefined: a connection of its own. */
  readonly agent?: Agent | undefined;
}

/** Connections that are kept for the next request. */
export const keptAlive = (): Agent => new Agent({ keepAlive: true, maxSockets: 4 });

/** Asks. Undefined where no whole answer came: nobody knows what became of it. */
export function ask({ address, method, path, token, key, body, headers = {}, agent = new Agent({ keepAlive: false }) }: Asked): Promise<Heard | undefined> {
  const sent = { ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }), ...(key === undefined ? {} : { 'idempotency-key': key }) };
  return new Promise((resolve) => {
    const given = (): void => resolve(undefined);
    const outgoing = request(new URL(path, address), { method, agent, headers: { authorization: `Bearer ${token}`, ...sent, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', given);
      response.on('close', () => resolve(response.complete ? { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8') } : undefined));
    });
    outgoing.setTimeout(PATIENCE, () => outgoing.destroy());
    const late = setTimeout(() => outgoing.destroy(), PATIENCE);
    outgoing.on('close', () => clearTimeout(late));
    outgoing.on('error', given);
    outgoing.end(body);
  });
}

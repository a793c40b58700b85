import createClient, { type Client } from 'openapi-fetch';
import { COMMANDS, type paths } from './schema.js';

/** Where the API is and who speaks; a token that ends meanwhile is given as a function, asked before each request. */
export interface Connection {
  readonly address: string;
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** In place of the platform's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** One method per HTTP method, typed by the description: `data` where the answer is a success, `error` with the problem where it is not. */
export type XinmaClient = Client<paths>;

/** Speaks to an instance as one person. Sends the token, and to commands a fresh Idempotency-Key unless one is given: give one to try the same command again. */
export function xinma({ address, token, fetch }: Connection): XinmaClient {
  // A token is for this address: nothing that answers there may send it on.
  const client = createClient<paths>({ baseUrl: address, redirect: 'error', ...(fetch === undefined ? {} : { fetch }) });
  client.use({
    async onRequest({ request, schemaPath }) {
      const bearer = typeof token === 'function' ? await token() : token;
      if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
      const isCommand = COMMANDS.has(`${request.method} ${schemaPath}`);
      if (isCommand && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
    },
  });
  return client;
}

import { randomUUID } from 'node:crypto';
import type { Connection } from '../../../../libs/client/index.js';

/** An answer as the wire had it: all that a sender can observe. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Writes requests by hand, as a stranger does, who keeps to no description. */
export class ByHand {
  constructor(private readonly connection: Connection & { readonly token?: string | undefined }) {}

  get(path: string): Promise<PlainAnswer> {
    return this.send(path, { method: 'GET' }, {});
  }

  post(path: string, body: object): Promise<PlainAnswer> {
    return this.send(path, { method: 'POST', body: JSON.stringify(body) }, { 'content-type': 'application/json', 'idempotency-key': randomUUID() });
  }

  private async send(path: string, init: RequestInit, headers: Readonly<Record<string, string>>): Promise<PlainAnswer> {
    const { address, token } = this.connection;
    const response = await fetch(new URL(path, address), { ...init, headers: { ...headers, authorization: `Bearer ${token}` } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

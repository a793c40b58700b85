import { randomUUID } from 'node:crypto';

/** An answer as the wire had it; `body` is parsed JSON, or undefined where it was something else. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** Speaks to a running instance as one person. Commands get a fresh Idempotency-Key unless one is given. */
export class HttpClient {
  constructor(
    readonly address: string,
    private readonly token: string | undefined,
  ) {}

  get(path: string): Promise<Answer> {
    return this.send(path, { method: 'GET' });
  }

  post(path: string, body: object = {}, key: string = randomUUID()): Promise<Answer> {
    return this.send(path, { method: 'POST', body: JSON.stringify(body) }, { 'content-type': 'application/json', 'idempotency-key': key });
  }

  /** Streams a body in and yields the answer's lines as they come. Rejects where the answer is not a success. */
  async *lines(path: string, body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<string> {
    const response = await this.fetch(path, { method: 'POST', body: ReadableStream.from(body), duplex: 'half' }, { 'content-type': contentType });
    if (!response.ok || response.body === null) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
  }

  private async send(path: string, init: RequestInit, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const response = await this.fetch(path, init, headers);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: isJson(response.headers) ? JSON.parse(text) : undefined };
  }

  private fetch(path: string, init: RequestInit, headers: Readonly<Record<string, string>>): Promise<Response> {
    const authorization = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    return fetch(new URL(path, this.address), { ...init, headers: { ...headers, ...authorization } });
  }
}

const isJson = (headers: Headers): boolean => /^application\/(?:problem\+)?json\b/.test(headers.get('content-type') ?? '');

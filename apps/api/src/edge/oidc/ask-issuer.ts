/** What an issuer answered. */
export interface IssuerAnswer {
  readonly status: number;
  readonly text: string;
}

/** How long is waited, in milliseconds, and how many bytes are read. */
export interface AskingBounds {
  readonly timeout: number;
  readonly bytes: number;
}

/** Asks one of the issuer's addresses. Rejects where it is late, longer than it may be, or sends us elsewhere: what it tells us to trust comes from where it was configured. */
export async function askIssuer(at: URL, { timeout, bytes }: AskingBounds, headers: Readonly<Record<string, string>> = {}): Promise<IssuerAnswer> {
  const response = await fetch(at, { headers: { accept: 'application/json', ...headers }, redirect: 'error', signal: AbortSignal.timeout(timeout) });
  return { status: response.status, text: response.body === null ? '' : await bounded(response.body, bytes) };
}

async function bounded(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

import { readLines, type XinmaClient } from '../../../../libs/client/index.js';
import type { ServerProcess } from '../instance/server-process.js';
import type { Story } from './story.js';

/** What every scene has: the server, and the story that is told. */
export interface Stage {
  readonly server: ServerProcess;
  readonly story: Story;
}

/** What earlier scenes leave for later ones. */
export interface Props {
  /** The child's guardianship, and the claim that it came of. */
  readonly guardianship: string;
  readonly claim: string;
  /** The mother's consent to her daughter, the code that she opened, and positions of the log before and after she revoked it. */
  readonly consent: string;
  readonly code: string;
  readonly beforeRevocation: string;
  readonly afterRevocation: string;
  /** Pseudonymous id of the mother, as the log has it. */
  readonly mother: string;
  /** A tube of hers. */
  readonly sample: string;
}

/** Asks until the read models show it: they may lag by a moment. Rejects after two seconds. */
export async function eventually<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const until = Date.now() + 2_000; Date.now() < until; ) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not come`);
}

/** Position of the newest event, as the auditor reads it. */
export async function headOfLog(auditor: XinmaClient): Promise<string> {
  let head = '0';
  for await (const { position } of readLines(auditor, '/v1/audit/events')) head = position;
  return head;
}

import type { Problem, XinmaClient } from '../../libs/client/index.js';
import { DAY } from '../../libs/kernel/index.js';
import { patiently } from './patiently.js';

/** What is granted, and until when (Unix time in milliseconds). `ask`: how, where a grant is what a test is about. */
interface Granted {
  readonly scope?: 'status' | 'results';
  readonly until?: number;
  readonly ask?: typeof patiently;
}

/**
 * The viewer asks, the subject opens the code and grants what was asked for: a look at the status for a day, unless told otherwise. Answers the consent, which the read
 * models may not have yet. Whatever is not done is asked for again, unless told otherwise; rejects where one of the three is refused.
 */
export async function granted(viewer: XinmaClient, subject: XinmaClient, { scope = 'status', until = Date.now() + DAY, ask = patiently }: Granted = {}): Promise<string> {
  const terms = { scope, purpose: 'FAMRQT', until: new Date(until).toISOString() } as const;
  const { consent, code } = done(await viewer.POST('/v1/consent-requests', { body: { ...terms, label: 'Mum' }, fetch: ask }));
  done(await subject.POST('/v1/consent-codes/openings', { body: { code }, fetch: ask }));
  done(await subject.POST('/v1/consents/{id}/grant', { params: { path: { id: consent } }, body: terms, fetch: ask }));
  return consent;
}

/** What a request that has to go through is answered. */
export function done<Data>({ data, error }: { readonly data?: Data; readonly error?: Problem }): Data {
  if (data === undefined) throw new Error(`refused: ${error?.code}`);
  return data;
}

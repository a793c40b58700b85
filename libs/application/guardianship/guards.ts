import { stands } from '../../domain/guardianship/index.js';
import type { CitizenId, Instant } from '../../kernel/index.js';
import type { Ledger } from '../ledger/index.js';
import type { Names } from '../names.js';
import { streams } from '../streams.js';
import { guardianshipsAggregate } from './aggregates.js';

/** Whether somebody is another's guardian, or will be or can be again: by the stream of the dependent, read now. */
export async function guards(ledger: Ledger, names: Names, { viewer, subject }: { readonly viewer: CitizenId; readonly subject: CitizenId }, at: Instant): Promise<boolean> {
  const { state } = await ledger.load(guardianshipsAggregate, streams.guardianships(names.guardianships(subject)));
  return state.some((one) => one.guardian === viewer && stands(one, at));
}

import { Cursors } from '../../libs/application/cursor.js';
import { Freshness } from '../../libs/application/freshness.js';
import type { Ledger } from '../../libs/application/ledger/index.js';
import { LogEnd } from '../../libs/application/log-end.js';
import type { Clock, ReadModels } from '../../libs/application/ports/index.js';
import type { BlindIndex } from '../../libs/vault/index.js';

/** What a process knows of where its log ends. */
export const logEndOf = ({ ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock }): LogEnd => new LogEnd(() => ledger.head(), clock);

/** How old its answers may be. */
export const freshnessOf = (process: { readonly ledger: Ledger; readonly clock: Clock; readonly readModels: ReadModels; readonly index: BlindIndex }): Freshness =>
  new Freshness(new Cursors(process.index), process.readModels, logEndOf(process));

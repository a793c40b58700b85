import { Cursors } from '../../libs/application/cursor.js';
import { Freshness } from '../../libs/application/freshness.js';
import type { Ledger } from '../../libs/application/ledger/index.js';
import { LogEnd } from '../../libs/application/log-end.js';
import type { Clock, ReadModels } from '../../libs/application/ports/index.js';
import { Ties } from '../../libs/application/staff/ties.js';
import type { BlindIndex } from '../../libs/vault/index.js';

/** What answers of a process stand on. */
interface Process {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly readModels: ReadModels;
}

/** What a process knows of where its log ends. */
export const logEndOf = ({ ledger, clock }: Pick<Process, 'ledger' | 'clock'>): LogEnd => new LogEnd(() => ledger.head(), clock);

/** How old its answers may be. */
export const freshnessOf = (process: Process & { readonly index: BlindIndex }): Freshness => new Freshness(new Cursors(process.index), process.readModels, logEndOf(process));

/** Who has private dealings with whom, as it asks that. */
export const tiesOf = (process: Process): Ties => new Ties(process.readModels, process.clock, logEndOf(process));

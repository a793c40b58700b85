import { CUT } from './cut-connections.js';
import { endedApi } from './ended-api.js';
import { endedDatabase } from './ended-database.js';
import { failedFsync } from './failed-fsync.js';
import { exchangedApi } from './exchanged-api.js';
import { farBehind, filledBehind } from './far-behind.js';
import type { Fault } from './fault.js';
import { fullDisk, fullLogDisk } from './full-disk.js';
import { HALF } from './half-messages.js';
import { hungUpClients } from './hung-up-clients.js';
import { jumpedClock } from './jumped-clock.js';
import { killedApi } from './killed-api.js';
import { killedDatabase } from './killed-database.js';
import { killedProjector } from './killed-projector.js';
import { LATE } from './late-bytes.js';
import { leftOpen } from './left-open.js';
import { lateDecision } from './late-decision.js';
import { LOST } from './lost-answers.js';
import { heldLock, openTransactions } from './open-transactions.js';
import { stalledApi } from './stalled-api.js';
import { stoppedApi } from './stopped-api.js';
import { stoppedDatabase } from './stopped-database.js';
import { stoppedProjector } from './stopped-projector.js';
import { usedUpConnections } from './used-up-connections.js';

export type { Fault, Scene, Trace } from './fault.js';

/** What a server that is left alone goes on through. */
const GENTLE: readonly Fault[] = [
  killedApi,
  endedApi,
  exchangedApi,
  stoppedApi,
  stalledApi,
  killedProjector,
  stoppedProjector,
  stoppedDatabase,
  lateDecision,
  ...CUT,
  ...LATE,
  ...HALF,
  ...LOST,
  hungUpClients,
  openTransactions,
  heldLock,
];

/** All that is planted in turn. */
export const FAULTS: readonly Fault[] = [...GENTLE, farBehind, killedDatabase, endedDatabase, fullDisk, fullLogDisk, failedFsync, usedUpConnections];

const more = (faults: readonly Fault[], times: number, which: readonly Fault[]): readonly Fault[] => faults.map((fault) => (which.some((one) => one === fault) ? { ...fault, weight: times * fault.weight } : fault));

/** The same, with so many times as many kills among them: none of the others gets rare, for a kill is over soon. */
export const withKills = (times: number): readonly Fault[] => more(FAULTS, times, [killedApi, killedProjector, killedDatabase]);

/** Where the log was filled, and sessions are left open for so many minutes: nothing that ends the server, which would end them, and a projector that gets somewhere. */
export const beside = (times: number, minutes: { readonly idle: number; readonly writing: number }): readonly Fault[] => [...more(GENTLE, times, [killedApi]), filledBehind, ...leftOpen(minutes)];

/** What clocks that jump are planted beside. Windows are judged less sharply afterwards, so this comes last. */
export const WITH_CLOCKS: readonly Fault[] = [jumpedClock, killedApi, lateDecision, ...CUT, ...LOST];

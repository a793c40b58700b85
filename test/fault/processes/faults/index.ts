import { CUT } from './cut-connections.js';
import { endedApi } from './ended-api.js';
import { endedDatabase } from './ended-database.js';
import { failedFsync } from './failed-fsync.js';
import { farBehind } from './far-behind.js';
import type { Fault } from './fault.js';
import { fullDisk, fullLogDisk } from './full-disk.js';
import { HALF } from './half-messages.js';
import { jumpedClock } from './jumped-clock.js';
import { killedApi } from './killed-api.js';
import { killedDatabase } from './killed-database.js';
import { killedProjector } from './killed-projector.js';
import { LATE } from './late-bytes.js';
import { lateDecision } from './late-decision.js';
import { LOST } from './lost-answers.js';
import { heldLock, openTransactions } from './open-transactions.js';
import { stalledApi } from './stalled-api.js';
import { stoppedApi } from './stopped-api.js';
import { stoppedDatabase } from './stopped-database.js';
import { stoppedProjector } from './stopped-projector.js';
import { usedUpConnections } from './used-up-connections.js';

export type { Fault, Scene, Trace } from './fault.js';

/** All that is planted. */
export const FAULTS: readonly Fault[] = [
  killedApi,
  endedApi,
  stoppedApi,
  stalledApi,
  killedProjector,
  stoppedProjector,
  killedDatabase,
  endedDatabase,
  stoppedDatabase,
  lateDecision,
  ...CUT,
  ...LATE,
  ...HALF,
  ...LOST,
  fullDisk,
  fullLogDisk,
  failedFsync,
  openTransactions,
  heldLock,
  usedUpConnections,
  farBehind,
];

/** What clocks that jump are planted beside. Windows are judged less sharply afterwards, so this comes last. */
export const WITH_CLOCKS: readonly Fault[] = [jumpedClock, killedApi, lateDecision, ...CUT, ...LOST];

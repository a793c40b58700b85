import type { Fault } from './fault.js';
import { killedApi } from './killed-api.js';

export type { Fault, Scene, Trace } from './fault.js';

/** All that is planted. */
export const FAULTS: readonly Fault[] = [killedApi];

/** Those that move clocks: windows are judged less sharply afterwards, so they come last. */
export const CLOCKS: readonly Fault[] = [];

import { Disclosures } from './disclosures.js';
import { MyBasesHandler } from './my-bases.js';
import { MyDisclosuresHandler } from './my-disclosures.js';
import { LineReader } from './read-line.js';
import { Refusals } from './refusals.js';
import { Show } from './show.js';
import { VerifiedNames } from './verified-names.js';
import { ViewOtherHandler } from './view-other.js';

export * from './my-bases.js';
export * from './my-disclosures.js';
export * from './refusal-aggregate.js';
export * from './show.js';
export * from './staff-act.js';
export * from './view-other.js';

/** What the application module provides for views and for who looked. */
export const accessHandlers = [VerifiedNames, Disclosures, Refusals, Show, LineReader, ViewOtherHandler, MyBasesHandler, MyDisclosuresHandler];

import { EnrolmentDesk } from './enrol.js';
import { EnrolAtCounterHandler } from './enrol-at-counter.js';
import { EnrolSelfHandler } from './enrol-self.js';
import { LinkAccountHandler } from './link-account.js';
import { MeHandler } from './me.js';
import { MyCodeHandler } from './my-code.js';

export * from './aggregates.js';
export * from './enrol.js';
export * from './enrol-at-counter.js';
export * from './enrol-self.js';
export * from './link-account.js';
export * from './me.js';
export * from './my-code.js';
export * from './people.js';

/** What the application module provides for people. */
export const peopleHandlers = [EnrolmentDesk, EnrolSelfHandler, EnrolAtCounterHandler, LinkAccountHandler, MeHandler, MyCodeHandler];

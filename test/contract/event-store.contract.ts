import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventStore } from '../../libs/event-store/index.js';
import { bytesContract } from './event-store/bytes.js';
import { closingContract } from './event-store/closing.js';
import { expectationContract } from './event-store/expectations.js';
import { followContract } from './event-store/following.js';
import { knownBugs } from './event-store/known-bugs.js';
import { manyAppendsContract } from './event-store/many-appends.js';
import { modelContract } from './event-store/model.js';
import type { Opened } from './event-store/opened.js';
import { readContract } from './event-store/reading.js';
import { readThroughContract } from './event-store/reading-through.js';
import { repetitionContract } from './event-store/repetition.js';

/** Every promise of the `EventStore` port, as cases that each adapter passes. */
export function eventStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name} keeps the promises of an event store:`, () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const store = (): EventStore => opened.store;
    expectationContract(store);
    repetitionContract(store);
    manyAppendsContract(store);
    readContract(store);
    readThroughContract(store);
    bytesContract(store);
    followContract(store);
    closingContract(open);
    modelContract(store);
    knownBugs(() => opened);
  });
}

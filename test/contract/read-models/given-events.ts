import { expect } from '@jest/globals';
import type { AnyEvent } from '../../../libs/domain/catalogue.js';
import type { RecordedEvent } from '../../../libs/event-store/index.js';
import { readClear } from '../../../libs/read-models/events.js';
import { foldRows, touchesOf } from '../../../libs/read-models/page.js';
import type { Projection } from '../../../libs/read-models/projection.js';
import type { Row } from '../../../libs/read-models/table.js';
import { asBefore } from '../../kit/before-ids.js';
import { recorded } from '../../kit/recorded.js';

function givenLog(projection: Projection, log: readonly RecordedEvent[]) {
  const touches = touchesOf(projection, log.map(readClear));
  const once = foldRows(new Map<string, Row>(), touches);
  return {
    /** These rows stand, in any order, each with at least these columns; and projecting the same events once more changes none. */
    thenRows: (...rows: readonly object[]): void => {
      expect([...once.values()]).toEqual(rows.map((row) => expect.objectContaining(row)));
      expect(foldRows(once, touches)).toEqual(once);
    },
    /** What a derived table makes of the rows. */
    thenDerived: (...rows: readonly object[]): void => {
      expect([...once.values()].map((row) => projection.derived?.from(row)).filter((row) => row !== undefined)).toEqual(rows.map((row) => expect.objectContaining(row)));
    },
  };
}

/** The specs of one projection: `given(granted, revoked).thenRows()`. The first event stands at position 1. */
export const givenEvents = (projection: Projection) => (...events: readonly AnyEvent[]) => givenLog(projection, recorded(events));

/** The same of events that were written before institutions had ids. */
export const givenEventsOfBefore = (projection: Projection) => (...events: readonly AnyEvent[]) => givenLog(projection, recorded(events).map(asBefore));

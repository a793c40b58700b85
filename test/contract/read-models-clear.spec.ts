import { describe, expect, it } from '@jest/globals';
import { readMetadata, readVersion, writeMetadata } from '../../libs/application/ledger/metadata.js';
import { readClear, readClearAgain } from '../../libs/read-models/events.js';
import { foldRows, touchesOf } from '../../libs/read-models/page.js';
import { PROJECTIONS } from '../../libs/read-models/projections/index.js';
import type { Row } from '../../libs/read-models/table.js';
import { recorded } from '../kit/recorded.js';
import { story } from '../scenario/rebuild-story.js';
import { consentEvents } from './read-models/facts.js';

const { granted } = consentEvents(7, { by: 2, of: 1 });

describe('Events that are read again', () => {
  const log = recorded(story());

  it.each(PROJECTIONS)('make the same rows of $table.name, to the byte', (projection) => {
    const rows = (read: typeof readClear): ReadonlyMap<string, Row> => foldRows(new Map<string, Row>(), touchesOf(projection, log.map(read)));
    expect(rows(readClearAgain)).toEqual(rows(readClear));
    expect(rows(readClearAgain).size).toBeGreaterThan(0);
  });

  it.each([
    ['an id of another kind', (json: string) => json.replace('c_', 'x_')],
    ['a field that is not there', (json: string) => json.replace('"scope"', '"scopes"')],
    ['a field that we do not know', (json: string) => json.replace('{', '{"except":"results",')],
    ['no JSON', () => '{'],
    ['no record', () => '[]'],
  ])('are refused for %s, as before', (_what, change) => {
    const odd = recorded([granted]).map((event) => ({ ...event, data: Buffer.from(change(Buffer.from(event.data).toString())) }));
    for (const read of [readClear, readClearAgain]) expect(() => odd.map(read)).toThrow('read models stop before position 1 (ConsentGranted)');
  });

  it('have their version read at its place, and elsewhere where it stands elsewhere', () => {
    const usual = writeMetadata(3, 4n, 'f');
    expect([readVersion(usual), readMetadata(usual).v]).toEqual([3, 3]);
    expect(readVersion(Buffer.from('{"salt":"s","v":2}'))).toBe(2);
    expect(readVersion(Buffer.from('{"v":12,"salt":"s"}'))).toBe(12);
    for (const odd of ['{"v":1}', '{"v":"1","salt":"s"}', '', '[]']) expect(() => readVersion(Buffer.from(odd))).toThrow(Error);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readMetadata, readVersion, writeMetadata } from '../../libs/application/ledger/metadata.js';
import { readClear, readClearAgain } from '../../libs/read-models/events.js';
import { foldRows, touchesOf } from '../../libs/read-models/page.js';
import { bases } from '../../libs/read-models/projections/bases.js';
import { PROJECTIONS } from '../../libs/read-models/projections/index.js';
import type { Row } from '../../libs/read-models/table.js';
import { asBefore } from '../kit/before-ids.js';
import { recorded } from '../kit/recorded.js';
import { story } from '../scenario/rebuild-story.js';
import { consentEvents, sampleEvents } from './read-models/facts.js';

const { granted } = consentEvents(7, { by: 2, of: 1 });

describe('Events that are read again', () => {
  const log = recorded(story());

  it.each(PROJECTIONS)('make the same rows of $table.name, to the byte', (projection) => {
    const rows = (read: typeof readClear): ReadonlyMap<string, Row> => foldRows(new Map<string, Row>(), touchesOf(projection, log.map(read)));
    expect(rows(readClearAgain)).toEqual(rows(readClear));
    expect(rows(readClearAgain).size).toBeGreaterThan(0);
  });

  it.each(PROJECTIONS)('make the same rows of $table.name also where they were written before institutions had ids', (projection) => {
    const older = log.map(asBefore);
    const rows = (read: typeof readClear): ReadonlyMap<string, Row> => foldRows(new Map<string, Row>(), touchesOf(projection, older.map(read)));
    expect(rows(readClearAgain)).toEqual(rows(readClear));
  });

  it('are read off their bytes as fast where they were written before institutions had ids', () => {
    const [older] = recorded([sampleEvents(1, 1).recorded]).map(asBefore);
    if (older === undefined) throw new Error('nothing recorded');
    // Whoever parses JSON fails at this; a field is read at its place.
    const cut = { ...older, data: Buffer.from(Buffer.from(older.data).toString().replace(/"sealed":\{.*$/s, '"sealed":{')) };
    expect(readClearAgain(cut).event.data).toMatchObject({ clinic: 'clinic-east' });
    expect(() => readClear(cut)).toThrow('read models stop');
  });

  const odd = [
    ['an id of another kind', (json: string) => json.replace('c_', 'x_')],
    ['a time that no clock has', (json: string) => json.replace('T12:', 'T25:')],
    ['a field that is not there', (json: string) => json.replace('"scope"', '"scopes"')],
    ['a field that we do not know', (json: string) => json.replace('{', '{"except":"results",')],
    ['a field that we do not know, behind the others', (json: string) => json.replace(',"sealed"', ',"except":"results","sealed"')],
    ['a value of another kind', (json: string) => json.replace('"results"', 'true')],
    ['no JSON', () => '{'],
    ['no record', () => '[]'],
  ] as const;

  it.each(odd)('are refused for %s, as before', (_what, change) => {
    const [event] = recorded([granted]).map((each) => ({ ...each, data: Buffer.from(change(Buffer.from(each.data).toString())) }));
    if (event === undefined) throw new Error('nothing recorded');
    expect(() => readClear(event)).toThrow('read models stop before position 1 (ConsentGranted)');
    expect(() => foldRows(new Map<string, Row>(), touchesOf(bases, [readClearAgain(event)]))).toThrow(/ConsentGranted/);
  });

  it.each([
    ['spaces', (json: string) => json.replaceAll(':"', ': "')],
    ['another order', (json: string) => JSON.stringify({ at: undefined, ...(JSON.parse(json) as object) })],
    ['escapes', (json: string) => json.replace('"results"', String.raw`"r\u0065sults"`)],
    ['a text that is not ASCII', (json: string) => json.replace('"policy":"', '"policy":"é')],
    ['a text that looks like the end', (json: string) => json.replace('"policy":"', String.raw`"policy":"\",\"sealed\":{`)],
  ])('say the same with %s', (_what, change) => {
    const [usual, other] = recorded([granted]).map((event) => [event, { ...event, data: Buffer.from(change(Buffer.from(event.data).toString())) }] as const)[0] ?? [];
    if (usual === undefined || other === undefined) throw new Error('nothing recorded');
    expect(other.data).not.toEqual(usual.data);
    const rows = (event: typeof usual) => foldRows(new Map<string, Row>(), touchesOf(bases, [readClearAgain(event)]));
    expect(rows(other)).toEqual(rows(usual));
  });

  it('have their version read at its place, and elsewhere where it stands elsewhere', () => {
    const usual = writeMetadata(3, 4n, 'f');
    expect([readVersion(usual), readMetadata(usual).v]).toEqual([3, 3]);
    expect(readVersion(Buffer.from('{"salt":"s","v":2}'))).toBe(2);
    expect(readVersion(Buffer.from('{"v":12,"salt":"s"}'))).toBe(12);
    for (const odd of ['{"v":1}', '{"v":"1","salt":"s"}', '', '[]']) expect(() => readVersion(Buffer.from(odd))).toThrow(Error);
  });
});

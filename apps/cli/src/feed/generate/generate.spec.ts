import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { admitIdentity } from '../../../../../libs/domain/citizen/index.js';
import { parseInstant } from '../../../../../libs/kernel/index.js';
import type { RecordedEvent } from '../../../../../libs/event-store/index.js';
import { Clinic } from '../../../../../test/kit/clinic.js';
import { Registry } from '../../../../../test/kit/registry.js';
import { tally } from '../seed-plan.js';
import type { Desk } from './desk.js';
import { generate } from './generate.js';
import { lineOf, plannedVerdicts } from './rows.js';
import { barcodeOf, peopleIn, personAt, personOfRow, rowsOf, type Town } from './town.js';

const asOf = '2026-11-23';
const silent = { say: () => undefined, progress: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'xinma-generate-'));
const file = join(folder, 'feed.ndjson');
afterAll(() => rmSync(folder, { recursive: true }));
const deskOf = (registry: Registry, clinic: Clinic): Desk => Object.assign(registry, { registrar: registry.duty, clinic: clinic.duty });
const linesOf = (town: Town): readonly string[] => Array.from({ length: town.rows }, (_, row) => lineOf(town, row).text);

describe('A generated town', () => {
  const towns = fc.record({ rows: fc.integer({ min: 1, max: 60_000 }), seed: fc.stringMatching(/^[a-z0-9]{1,20}$/), asOf: fc.constantFrom('2026-11-23', '2024-02-29') });

  it('gives each person the rows that are theirs, each row one person, and a larger one begins like it', () =>
    fc.assert(fc.property(towns, (town) => {
      const rows = Array.from({ length: peopleIn(town) }, (_, person) => rowsOf(town, person).map((row) => [person, row] as const)).flat();
      expect(rows.every(([person, row]) => personOfRow(row) === person && row < town.rows)).toBe(true);
      expect(new Set(rows.map(([, row]) => row)).size).toBe(town.rows);
      expect(rows.length).toBe(town.rows);
      const row = town.rows - 1;
      expect(lineOf({ ...town, rows: town.rows * 2 }, row)).toEqual(lineOf({ ...town }, row));
    }), { numRuns: 10 }));

  it('is other people for another seed, other barcodes for another day', () =>
    fc.assert(fc.property(towns, (town) => {
      expect(personAt(`${town.seed}x`, 3).document).not.toEqual(personAt(town.seed, 3).document);
      expect(barcodeOf({ ...town, asOf: '2026-11-24' }, 3)).not.toBe(barcodeOf(town, 3));
    })));

  it('is of people whom a counter would enrol, many scripts, some without a family name', () => {
    const people = Array.from({ length: 2_000 }, (_, person) => personAt('1', person));
    expect(people.map((person) => admitIdentity(person, asOf))).toEqual(people);
    expect(new Set(people.map(({ document }) => document.number)).size).toBe(people.length);
    const written = people.map(({ name }) => `${name.family ?? ''} ${name.given}`).join('');
    for (const script of ['Han', 'Latin', 'Cyrillic', 'Arabic', 'Greek', 'Devanagari', 'Hangul', 'Hiragana']) expect(written).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    expect(people.some(({ name }) => name.family === null)).toBe(true);
    expect(written).toMatch(/[ěščřžýáíéñü]/u);
  });

  it('has its rows collected and reported on the day before', () => {
    for (const { text } of Array.from({ length: 24 }, (_, row) => lineOf({ rows: 24, seed: 'a', asOf }, row)).filter(({ verdict }) => verdict === 'recorded')) {
      const { sc, dr } = JSON.parse(text) as { sc: string; dr: string };
      expect([parseInstant('2026-11-22T00:00:00Z') <= parseInstant(sc), parseInstant(sc) < parseInstant(dr), parseInstant(dr) <= parseInstant('2026-11-23T00:00:00Z')]).toEqual([true, true, true]);
    }
  });
});

describe('What a generated feed comes to', () => {
  const town: Town = { rows: 1_350, seed: 'test', asOf };
  const registry = new Registry();
  const clinic = new Clinic(registry);
  const stored = () => registry.store.readAll(0n, 20_000);

  it('is what it was made for, row by row', async () => {
    expect(await generate(deskOf(registry, clinic), town, file, silent)).toEqual({ tubes: 1_350, turnedAway: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toEqual(linesOf(town));
    const verdicts = (await clinic.import(lines)).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(lines.map((_, row) => lineOf(town, row).verdict));
    expect(tally(verdicts)).toEqual(Object.fromEntries(plannedVerdicts(town)));
    expect(verdicts.filter((verdict) => verdict === 'recorded').length / lines.length).toBe(0.96);
  });

  it('adds nothing and writes the same bytes when it is generated again, also after its rows came in', async () => {
    const [before, bytes] = [(await stored()).length, readFileSync(file)];
    expect(await generate(deskOf(registry, clinic), town, file, silent)).toEqual({ tubes: 1_350, turnedAway: 0 });
    expect((await stored()).length).toBe(before);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('goes on where it was stopped, and a larger town adds only what is new', async () => {
    const before = (await stored()).length;
    expect(await generate(deskOf(registry, clinic), { ...town, rows: 1_360 }, file, silent)).toEqual({ tubes: 1_360, turnedAway: 0 });
    expect((await stored()).length).toBe(before + 10 * 3);
  });

  it('is registered at another clinic for the same people', async () => {
    const west = new Clinic(registry, 'clinic-west');
    const before = (await stored()).length;
    expect(await generate(deskOf(registry, west), { ...town, rows: 100 }, file, silent)).toEqual({ tubes: 100, turnedAway: 0 });
    expect((await stored()).length).toBe(before + 100 * 3);
  });

  it('tells whose document or barcode is somebody else’s, and leaves them be', async () => {
    const [other, person] = [new Registry(), personAt('test', 0)];
    const east = new Clinic(other);
    await other.enrolAtCounter(person, 'by hand');
    expect(await generate(deskOf(other, east), { ...town, rows: 10 }, file, silent)).toEqual({ tubes: 9, turnedAway: 1 });
  });
});

describe('The history of a generated person', () => {
  const shapes = (events: readonly RecordedEvent[]): readonly string[] =>
    events.map(({ stream, revision, type, data }) => `${stream.split('-')[0]} ${revision} ${type} ${Object.keys(JSON.parse(Buffer.from(data).toString()) as object).join()}`);

  it('has the events that the counter and the clinic record', async () => {
    const [made, real] = [new Registry(), new Registry()];
    await generate(deskOf(made, new Clinic(made)), { rows: 1, seed: 'test', asOf }, file, silent);
    const card = await real.enrolAtCounter(personAt('test', 0));
    await new Clinic(real).register({ code: card.kind === 'done' ? (card.value.codes[0] ?? '') : '', barcode: barcodeOf({ rows: 1, seed: 'test', asOf }, 0) });
    const code = shapes(await real.store.readAll(0n, 100)).find((line) => line.includes('SamplingCodeIssued'));
    const unused = shapes(await real.store.readAll(0n, 100)).filter((line) => line !== code);
    expect(shapes(await made.store.readAll(0n, 100))).toEqual([...unused.slice(0, 2), code, ...unused.slice(2)]);
  });
});

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { midnight, movedLine } from '../../apps/cli/src/feed/as-of.js';
import { type SeedDesks, seedAll, type Seeded } from '../../apps/cli/src/feed/seed-people.js';
import { planSeed, tally } from '../../apps/cli/src/feed/seed-plan.js';
import type { RowVerdict } from '../../libs/application/samples/page-desk.js';
import { parseInstant } from '../../libs/kernel/index.js';
import { Clinic } from '../kit/clinic.js';
import { Registry } from '../kit/registry.js';

const FEED = new URL('../data/lab-feed/', import.meta.url);
const read = (name: string): readonly string[] => readFileSync(new URL(name, FEED), 'utf8').split('\n').filter(Boolean);
const expected = read('expected-verdicts.tsv').slice(1).map((line) => line.split('\t'));
const lines = read('dcc-tests.ndjson').map((line) => movedLine(line, midnight('2026-11-20')));

const registry = new Registry();
const clinic = new Clinic(registry);
const desks: SeedDesks = {
  async enrol({ person }, card) {
    const outcome = await registry.enrolAtCounter(person, `${person.document.number}-${card}`);
    return outcome.kind === 'done' ? { value: outcome.value.codes } : { refused: outcome.code };
  },
  async register(code, { barcode, collectedAt }) {
    const outcome = await clinic.register({ code, barcode, collectedAt: parseInstant(collectedAt) });
    return outcome.kind === 'done' ? { value: outcome.value } : { refused: outcome.code };
  },
};

const verdicts = (answers: readonly RowVerdict[]): readonly string[] => answers.map(({ line, verdict }) => `${line} ${verdict}`);
const stored = async (): Promise<number> => (await registry.store.readAll(0n, 10_000)).length;

describe('the laboratory feed', () => {
  let seeded: readonly Seeded[];
  let first: readonly RowVerdict[];

  beforeAll(async () => {
    seeded = await seedAll(desks, planSeed(lines).holders, 64, () => undefined);
    first = await clinic.import(lines);
  });

  it('has 160 rows, and the table one line for each', () => {
    expect(expected.map(([line]) => Number(line))).toEqual(lines.map((_, index) => index + 1));
    expect(expected.map(([, ci]) => ci)).toEqual(lines.map((line) => (JSON.parse(line) as { ci: string }).ci));
  });

  it('has holders whom nobody can enrol', () => {
    expect(planSeed(lines).skipped).toEqual({ 'no given name': 9, 'partial birth date': 22 });
    expect(tally(seeded.flatMap(({ refused }) => refused))).toEqual({ 'birth-date': 7 });
  });

  it('comes to what was worked out by hand, row by row', () => expect(verdicts(first)).toEqual(expected.map(([line, , verdict]) => `${line} ${verdict}`)));

  it('adds nothing when sent again', async () => {
    const before = await stored();
    const again = await clinic.import(lines);
    expect(verdicts(again)).toEqual(expected.map(([line, , , verdict]) => `${line} ${verdict}`));
    expect(await stored()).toBe(before);
  });

  it('adds nothing when its people are seeded again', async () => {
    const before = await stored();
    await seedAll(desks, planSeed(lines).holders.slice(0, 10), 10, () => undefined);
    expect(await stored()).toBe(before);
  });

  it('is unknown to another clinic', async () => {
    const elsewhere = await new Clinic(registry, 'clinic-west').import(lines);
    const goodByThemselves = first.filter(({ sample }) => sample !== undefined).map(({ line }) => line);
    expect(elsewhere.filter(({ line }) => goodByThemselves.includes(line)).map(({ verdict }) => verdict)).toEqual(goodByThemselves.map(() => 'barcode'));
  });
});

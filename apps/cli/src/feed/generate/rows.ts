import type { Identity } from '../../../../../libs/domain/citizen/index.js';
import { DISEASE, RESULTS, TEST_TYPES, type Verdict } from '../../../../../libs/domain/sample/index.js';
import { DAY, formatInstant, HOUR, instant, type Instant, plus, SECOND } from '../../../../../libs/kernel/index.js';
import { midnight } from '../as-of.js';
import { Draw } from './draw.js';
import { type Fault, FAULTS, type MadeRow, spoiled } from './spoiled.js';
import { barcodeOf, personAt, personOfRow, type Town } from './town.js';

/** A line of the feed without its line feed, and the verdict that it is made for. */
export interface MadeLine {
  readonly text: string;
  readonly verdict: Verdict;
}

/** Of so many rows in a row, one is bad: 96 of 100 are recorded. */
const ONE_IN = 25;

/** What is wrong with a row, counted from 0; undefined where nothing is. */
export function faultOf({ seed }: Town, row: number): Fault | undefined {
  const group = Math.floor(row / ONE_IN);
  return row % ONE_IN === new Draw('fault', seed, group).below(ONE_IN) ? FAULTS[group % FAULTS.length] : undefined;
}

/** The feed's `row`-th line, from 0: a function of seed, date and row alone. */
export function lineOf(town: Town, row: number): MadeLine {
  const fault = faultOf(town, row);
  if (fault === undefined) return { text: JSON.stringify(goodRow(town, row)), verdict: 'recorded' };
  return { text: spoiled(fault, goodRow(town, row), goodRow(town, before(town, row))), verdict: fault };
}

/** How often each verdict is due. */
export function plannedVerdicts(town: Town): ReadonlyMap<Verdict, number> {
  const counts = new Map<Verdict, number>();
  for (let row = 0; row < town.rows; row += 1) {
    const verdict = faultOf(town, row) ?? 'recorded';
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return counts;
}

/** The last good row before this one: two bad rows may be next to each other, three may not. */
const before = (town: Town, row: number): number => Math.max(0, faultOf(town, row - 1) === undefined ? row - 1 : row - 2);

/** When the tube of a row was filled, to the second: from 24 to 3 hours before `asOf`. */
export const collectedAt = ({ seed, asOf }: Town, row: number): Instant => {
  const seconds = new Draw('collected', seed, row).below((DAY - 3 * HOUR) / SECOND);
  return plus(midnight(asOf), -DAY + seconds * SECOND);
};

function goodRow(town: Town, row: number): MadeRow {
  const draw = new Draw('row', town.seed, row);
  const person = personAt(town.seed, personOfRow(row));
  const sc = collectedAt(town, row);
  const rapid = draw.below(10) === 0;
  return {
    ...holderOf(person, draw.below(10)),
    tg: DISEASE,
    tt: TEST_TYPES[rapid ? 1 : 0],
    ...(rapid ? { ma: '1232' } : { nm: '2019-nCoV PCR' }),
    sc: inBeijing(sc),
    dr: inBeijing(plus(sc, HOUR + draw.below(2 * 3600) * SECOND)),
    tr: resultOf(draw.below(100)),
    tc: 'Haidian',
    co: 'CN',
    is: `Laboratory ${1 + draw.below(9)}`,
    ci: barcodeOf(town, row),
  };
}

/** Laboratories give name and birth date, or one of them, or as much of it as they know, or neither. */
function holderOf({ name: { family, given, familyLatin, givenLatin }, birthDate }: Identity, style: number): Pick<MadeRow, 'nam' | 'dob'> {
  const written = { ...(family === null ? {} : { fn: family }), gn: given };
  const machineRead = { ...(familyLatin === null ? {} : { fnt: mrz(familyLatin) }), gnt: mrz(givenLatin ?? '') };
  if (style < 5) return { nam: written, dob: birthDate };
  if (style < 7) return { nam: { ...written, ...machineRead }, dob: birthDate };
  if (style === 7) return { nam: machineRead, dob: birthDate.slice(0, 4) };
  return style === 8 ? { nam: written } : {};
}

/** As in a machine-readable zone (ICAO 9303): upper case, '<' between words, no apostrophes. */
const mrz = (latin: string): string => latin.toUpperCase().replaceAll("'", '').replaceAll(/[ -]/g, '<');

const resultOf = (percent: number): string => (percent < 97 ? RESULTS[0] : percent < 99 ? RESULTS[1] : RESULTS[2]);

const inBeijing = (at: Instant): string => `${formatInstant(instant(at + 8 * HOUR)).slice(0, 19)}+08:00`;

import { hash } from 'node:crypto';
import type { Identity } from '../../../../../libs/domain/citizen/index.js';
import { CN_1 } from '../../../../../libs/domain/policy/cn-1.js';
import type { CalendarDate } from '../../../../../libs/domain/person.js';
import { DAY } from '../../../../../libs/kernel/index.js';
import { Draw } from './draw.js';
import { HOUSES } from './names.js';

/** What is generated: `rows` rows, so many tubes, and who they are of. `asOf`: collected on the day before this date (UTC), so that statuses are current all through it. */
export interface Town {
  readonly rows: number;
  readonly seed: string;
  readonly asOf: CalendarDate;
}

/** A tube each for the codes of one printed card. */
const TUBES_EACH = CN_1.sample.cardCodes;

/** People whose tubes are mixed in the feed, so that rows next to each other are of different people. */
const QUARTER = 1_000;

const ROWS_OF_QUARTER = QUARTER * TUBES_EACH;

/** How many people it takes. A larger town of the same seed begins with the same people. */
export const peopleIn = ({ rows }: Town): number => Math.floor(rows / ROWS_OF_QUARTER) * QUARTER + Math.min(QUARTER, rows % ROWS_OF_QUARTER);

/** Whose tube the row is about, counted from 0. */
export const personOfRow = (row: number): number => Math.floor(row / ROWS_OF_QUARTER) * QUARTER + (row % QUARTER);

/** The rows of a person's tubes, in the order of the codes on the card. */
export function rowsOf({ rows }: Town, person: number): readonly number[] {
  const first = Math.floor(person / QUARTER) * ROWS_OF_QUARTER + (person % QUARTER);
  return Array.from({ length: TUBES_EACH }, (_, tube) => first + tube * QUARTER).filter((row) => row < rows);
}

/** What is printed on the tube of a row. */
export const barcodeOf = ({ seed, asOf }: Town, row: number): string => `G${seed}-${asOf.replaceAll('-', '')}-${String(row + 1).padStart(8, '0')}`;

const EARLIEST_BIRTH = Date.UTC(1930, 0, 1);
const BIRTH_DAYS = 90 * 365;

/** An invented person with an invented passport, the same for the same seed on every machine. */
export function personAt(seed: string, person: number): Identity {
  const draw = new Draw('person', seed, person);
  const { state, families, givens } = draw.among(HOUSES);
  const [family, familyLatin] = families === undefined ? [null, null] : draw.among(families);
  const [given, givenLatin] = draw.among(givens);
  const birthDate = new Date(EARLIEST_BIRTH + draw.below(BIRTH_DAYS) * DAY).toISOString().slice(0, 10);
  const number = `G${hash('sha256', `passport/${seed}/${person}`).slice(0, 16).toUpperCase()}`;
  return { name: { family, given, familyLatin, givenLatin }, birthDate, document: { type: 'passport', state, number } };
}

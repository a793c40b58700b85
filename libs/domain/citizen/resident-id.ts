import type { CalendarDate } from '../person.js';
import { PROVINCES } from './states.js';

const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The check character of GB 11643 (ISO 7064, MOD 11-2) over the first 17 digits. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** True for a resident identity number (GB 11643, 'X' upper case) of somebody born on that day. The date itself is judged where it is admitted. */
export function isResidentId(number: string, birthDate: CalendarDate): boolean {
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return false;
  return PROVINCES.has(number.slice(0, 2)) && number.slice(6, 14) === birthDate.replaceAll('-', '') && number.charAt(17) === checkCharacter(number);
}

import { painted, type Screen } from '../feed/screen.js';

/** What one look at an installation found. `mend`: what to do about it. */
export interface Finding {
  readonly level: 'ok' | 'warn' | 'wrong';
  readonly about: string;
  readonly says: string;
  readonly mend?: string;
}

/** All is as it should be. */
export const ok = (about: string, says: string): Finding => ({ level: 'ok', about, says });

/** It works, and may not for long, or not as well as it should. */
export const warn = (about: string, says: string, mend: string): Finding => ({ level: 'warn', about, says, mend });

/** It does not work, or must not go on so. */
export const wrong = (about: string, says: string, mend: string): Finding => ({ level: 'wrong', about, says, mend });

const COLOURS = { ok: 'green', warn: 'yellow', wrong: 'red' } as const;

/** Shows findings, a line each, with what mends it below. */
export function tell(findings: readonly Finding[], screen: Screen): void {
  for (const { level, about, says, mend } of findings) {
    screen.say(`${painted(COLOURS[level], level.padEnd(5))}  ${about.padEnd(14)} ${says}`);
    if (mend !== undefined) screen.say(`       ${painted('bold', 'mend:')} ${mend}`);
  }
}

import type { Operation } from '../../checker/history.js';

/** What was answered in a second: a yes, a decided no, and what decides nothing, 503 or no answer at all. */
export interface Second {
  readonly done: number;
  readonly refused: number;
  readonly open: number;
}

/** Every second since `began`. What was not answered counts where it was asked. */
export function secondsOf(operations: readonly Operation[], began: number): readonly Second[] {
  const seconds: { done: number; refused: number; open: number }[] = [];
  for (const { began: asked, ended, outcome } of operations) {
    const index = Math.max(0, Math.floor(((ended === Infinity ? asked : ended) - began) / 1_000));
    while (seconds.length <= index) seconds.push({ done: 0, refused: 0, open: 0 });
    const second = seconds[index];
    if (second !== undefined) second[outcome === 'done' || outcome === 'refused' ? outcome : 'open'] += 1;
  }
  return seconds;
}

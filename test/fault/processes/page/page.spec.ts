import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../../checker/history.js';
import type { Totals } from '../report.js';
import type { Survived } from '../plan.js';
import { page } from './page.js';
import { secondsOf } from './seconds.js';

const operation = (ended: number, outcome: Operation['outcome'], began = ended - 10): Operation => ({ kind: 'view', actor: 'a', target: 't', key: '', body: '', began, ended, outcome });

const survived = (change: Partial<Survived>): Survived => ({ name: 'an API process is killed', at: 'api', began: 1_000, ended: 1_400, back: 700, alone: true, bit: true, seen: 'process 1, then <2>', kills: 1, ...change });

const STAGE: Totals = {
  seed: '7.0',
  began: 0,
  seconds: secondsOf([operation(900, 'done'), operation(950, 'refused'), operation(1_500, 'failed'), operation(Infinity, 'unanswered', 1_600)], 0),
  survived: [survived({}), survived({ name: 'bytes come late', at: 'ground', kills: 0, back: 9_000, alone: false })],
  wrong: [],
  left: new Map([['fsync fails', 'strace is not installed']]),
  retries: { sameKey: 3, otherKey: 2, otherBody: 1 },
  requests: 4,
  commands: 0,
  shown: 1,
  events: 5,
  intents: { all: 4, decided: 4 },
};

describe('What was answered', () => {
  it('counts by the second, what nobody answered where it was asked', () => expect(STAGE.seconds).toEqual([{ done: 1, refused: 1, open: 0 }, { done: 0, refused: 0, open: 2 }]));
});

describe('The page', () => {
  const text = page([STAGE], '2026-11-28T08:00:00.000Z');
  it('says that nothing was wrong, and what was planted and sent again', () => {
    expect(text).toContain('nothing wrong');
    expect(text).toContain('2 disturbances, 1 kills');
    expect(text).toContain('6 sent again: 3 as they were, 2 under another key, 1 with another body');
  });
  it('draws each fault where it happened, with how long everybody took', () => {
    expect(text.match(/<rect class="kill"/g)).toHaveLength(1);
    expect(text.match(/<rect class="back"/g)).toHaveLength(2);
    expect(text).toContain('process 1, then &lt;2&gt;; everybody decides again after 0.7 s');
  });
  it('tells a recovery that nothing else disturbed from one that something did', () => expect([text.match(/circle class="ours"/g)?.length, text.match(/circle class="other"/g)?.length]).toEqual([1, 1]));
  it('says what this machine can’t do, and what was wrong', () => {
    expect(text).toContain('fsync fails: strace is not installed');
    expect(page([{ ...STAGE, wrong: [{ name: 'view-shared', what: '<b>' }] }], '')).toContain('view-shared</strong> &lt;b&gt;');
  });
  it('needs nothing from elsewhere', () => expect(text).not.toMatch(/https?:|<script|<link|@import|url\(/));
});

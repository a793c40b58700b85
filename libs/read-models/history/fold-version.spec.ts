import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { recorded } from '../../../test/kit/recorded.js';
import { story } from '../../../test/scenario/rebuild-story.js';
import { readClear } from '../events.js';
import { foldRows, touchesOf } from '../page.js';
import { isNotShown, PROJECTIONS } from '../projections/index.js';
import { FOLD_VERSION } from './fold-version.js';
import { CHANGING, LASTING } from './tables.js';

/** What the fold of a story was, table by table, when FOLD was last raised. */
const FOLDED = {
  fold: '1',
  access_entry: 'f0ce00b1c6d5973e',
  basis: '99707b732d6e59ab',
  claim: 'a88232c4e7ff7777',
  copy: 'd6199317910280ab',
  person: 'e2d54797001327c2',
  standing_result: 'be3b93ab0ae17f49',
};

/** Digests of the rows that one story leaves in each table; without the ids of its events, which are new each time. */
function folded(): Readonly<Record<string, string>> {
  const events = recorded(story())
    .filter(({ type }) => !isNotShown(type))
    .map(readClear);
  const tables = PROJECTIONS.map((projection) => {
    const rows = [...foldRows(new Map(), touchesOf(projection, events)).values()];
    const derived = rows.map((row) => projection.derived?.from(row));
    const text = JSON.stringify([rows.map((row) => ({ ...row, id: null })), derived]);
    return [projection.table.name, createHash('sha256').update(text).digest('hex').slice(0, 16)] as const;
  });
  return Object.fromEntries(tables);
}

it('the fold is the one that its version was given to: where this fails, raise FOLD, and put what it is now here', () => {
  expect({ fold: FOLD_VERSION.split('-')[0], ...folded() }).toMatchObject(FOLDED);
});

it('the tables that only grow are known, and told from those whose rows change', () => {
  expect(LASTING.map(({ name }) => name)).toEqual(['access_entry', 'copy']);
  expect(CHANGING.map(({ name }) => name)).toEqual(expect.arrayContaining(['basis', 'checkpoint', 'claim', 'person', 'proxy_view', 'standing_result']));
});

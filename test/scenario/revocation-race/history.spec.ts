import { describe, expect, it } from '@jest/globals';
import { type Operation, staleViews } from './history.js';

const revoked = (began: number, ended: number, outcome: Operation['outcome'] = 'acknowledged'): Operation => ({ kind: 'revocation', basis: 'a', began, ended, outcome });
const view = (began: number, outcome: Operation['outcome'] = 'shown', basis = 'a'): Operation => ({ kind: 'view', basis, began, ended: began + 5, outcome });

const table: readonly (readonly [string, readonly Operation[], number])[] = [
  //  history                                                operations                                     stale
  ['a view before the revocation', [view(1), revoked(2, 10)], 0],
  ['a view beside the revocation', [revoked(2, 10), view(9)], 0],
  ['a view after the acknowledgement', [revoked(2, 10), view(11)], 1],
  ['a refused view after it', [revoked(2, 10), view(11, 'refused')], 0],
  ['a view of another basis', [revoked(2, 10), view(11, 'shown', 'b')], 0],
  ['a revocation nobody acknowledged', [revoked(2, 10, 'failed'), view(11)], 0],
  ['two revocations, the first counts', [revoked(2, 10), revoked(11, 20), view(12)], 1],
];

describe('the checker of the revocation race', () => {
  it.each(table)('%s', (_name, history, stale) => expect(staleViews(history)).toHaveLength(stale));
});

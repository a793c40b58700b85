import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../../../../libs/event-store/index.js';
import { KeyDestroyed, VaultUnavailable } from '../../../../libs/vault/index.js';
import { problemOf } from './problem-filter.js';

describe('what was thrown', () => {
  it.each([new StoreUnavailable(), new VaultUnavailable(), new KeyDestroyed()])('is busy where asking again may help: %s', (thrown) => expect(problemOf(thrown).code).toBe('busy'));

  it('is internal where nobody knows what it is', () => expect(problemOf(new Error('odd')).code).toBe('internal'));
});

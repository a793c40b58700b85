import { describe, expect, it } from '@jest/globals';
import { BUGS } from './bugs.js';
import { withBug } from './plant.js';

describe('A bug that is planted', () => {
  it.each(BUGS)('still has its place in the product: $name', async (bug) => expect(await withBug(bug)).toContain(bug.to));
});

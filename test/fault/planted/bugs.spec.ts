import { describe, expect, it } from '@jest/globals';
import { BUGS } from './bugs.js';
import { MACHINE_BUGS } from './machine-bugs.js';
import { withBug } from './plant.js';

describe('A bug that is planted', () => {
  it.each([...new Set([...BUGS, ...MACHINE_BUGS])])('still has its place in the product: $name', async (bug) => expect(await withBug(bug)).toContain(bug.to));
});

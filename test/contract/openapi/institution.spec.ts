import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { description } from '../../../apps/api/src/description.js';
import { Malformed, newInstitutionName } from '../../../libs/kernel/index.js';
import { Judge } from './judge.js';
import type { Description } from './served.js';

const described = JSON.parse(description()) as Description;
const place = new Judge(described).by({ $ref: '#/components/schemas/AppointmentBody/properties/institution' });

/** What the kernel says, where somebody is appointed. */
function isName(text: string): boolean {
  try {
    newInstitutionName(text);
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

/** Of the length of an id, of its letters, both, and neither. */
const names = fc.oneof(fc.stringMatching(/^[0-9a-f]{32}$/), fc.stringMatching(/^[0-9a-f]{31,33}$/), fc.stringMatching(/^[0-9a-g-]{32}$/), fc.stringMatching(/^[a-z0-9-]{1,41}$/), fc.string({ unit: 'binary', maxLength: 5 }));

it('the description takes for the place of an appointment what the server takes, and so nothing that could be an id', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(names, (name) => {
      expect([name, place(name).length === 0]).toEqual([name, isName(name)]);
      seen.add(isName(name));
    }),
    { numRuns: 1_000, seed: 20261201 },
  );
  expect(seen).toEqual(new Set([false, true]));
});

it('the description says in words what a place is not called, and what one that is called so does', () => {
  const { description: said } = described.paths['/v1/registry/appointments']?.['post'] ?? {};
  expect(said).toMatch(/32 hexadecimal digits.*`invalid-field`.*another name/s);
});

import { describe, expect, it } from '@jest/globals';
import { mother, Viewing } from '../../../test/kit/viewing.js';
import { People } from '../people/people.js';
import { VerifiedNames } from './verified-names.js';

const name = { family: '王', given: '芳', familyLatin: null, givenLatin: null };

/** Names, and how often the log was read for them. */
function names(viewing: Viewing) {
  const reads = { count: 0 };
  const readMany = viewing.store.readMany.bind(viewing.store);
  viewing.store.readMany = (ranges) => {
    reads.count += 1;
    return readMany(ranges);
  };
  return { reads, names: new VerifiedNames(new People(viewing.ledger)) };
}

describe('a verified name', () => {
  it('is looked up once: it stands in the log with each view, and does not change', async () => {
    const { reads, names: verified } = names(await new Viewing().people());
    expect([await verified.of(mother), await verified.of(mother)]).toEqual([name, name]);
    expect(reads.count).toBe(1);
  });

  it('of somebody who is not enrolled yet is looked up again', async () => {
    const viewing = new Viewing();
    const { names: verified } = names(viewing);
    expect(await verified.of(mother)).toBeUndefined();
    await viewing.people();
    expect(await verified.of(mother)).toEqual(name);
  });
});

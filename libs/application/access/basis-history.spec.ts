import { describe, expect, it } from '@jest/globals';
import { stream as guardianships } from '../../../test/kit/guardianship.js';
import { consent, daughter, mother, stranger, Viewing } from '../../../test/kit/viewing.js';
import type { ReadRange } from '../../event-store/index.js';
import { type BasisId, ConsentId, guardianshipId, GuardianshipsId } from '../../kernel/index.js';
import { streams } from '../streams.js';
import { readBasis } from './basis-history.js';

const child = guardianshipId(guardianships, 1);

/** What is read of a basis's stream while `work` runs. */
async function readsOf(viewing: Viewing, work: () => Promise<unknown>, basis: BasisId = consent): Promise<readonly ReadRange[]> {
  const asked: ReadRange[] = [];
  const readMany = viewing.store.readMany.bind(viewing.store);
  viewing.store.readMany = (ranges) => {
    asked.push(...ranges.filter(({ stream }) => stream === streams.basis(basis)));
    return readMany(ranges);
  };
  await work();
  viewing.store.readMany = readMany;
  return asked;
}

describe('a history', () => {
  it.each([
    ['a consent that nobody asked for', ConsentId(`c_${'99'.repeat(16)}`), undefined],
    ['a guardianship that nobody confirmed', guardianshipId(guardianships, 7), { viewer: undefined, subject: daughter }],
    ['a guardianship of somebody who never had one', guardianshipId(GuardianshipsId('00'.repeat(16)), 1), undefined],
    ['a consent', consent, { viewer: daughter, subject: mother }],
    ['a guardianship', child, { viewer: mother, subject: daughter }],
  ])('of %s is between those whom it names', async (_what, id, parties) => {
    const viewing = await new Viewing().granted();
    await viewing.confirmed();
    expect((await readBasis(viewing.ledger, id)).parties(id)).toEqual(parties);
  });
});

describe('what a view leaves behind', () => {
  it('saves the next one reading the stream; the read models here read it, too', async () => {
    const viewing = await new Viewing().granted();
    expect(await readsOf(viewing, () => viewing.view())).toHaveLength(2);
    expect(await readsOf(viewing, () => viewing.view())).toHaveLength(1);
  });

  it('saves it of a guardianship, too, while the key of the age that it was decided on is there; whose claim has the label is read each time', async () => {
    const viewing = await new Viewing().confirmed();
    const look = () => viewing.view('status', child, mother);
    expect(await readsOf(viewing, look, child)).toHaveLength(3);
    expect(await readsOf(viewing, look, child)).toHaveLength(2);
  });

  it('is forgotten where nobody knows what became of a later one: the next reads the stream', async () => {
    const viewing = await new Viewing().granted();
    await viewing.view();
    viewing.store.plant(async () => [{ kind: 'unavailable' }]);
    expect(await viewing.view()).toEqual({ kind: 'refused', code: 'busy' });
    expect(await readsOf(viewing, () => viewing.view())).toHaveLength(2);
  });

  it('where it was refused, saves the next one all but what was appended since', async () => {
    const viewing = await new Viewing().granted();
    await viewing.revoke();
    expect(await readsOf(viewing, () => viewing.view())).toMatchObject([{ stream: streams.consent(consent) }]);
    expect(await readsOf(viewing, () => viewing.view())).toMatchObject([{ stream: streams.consent(consent), from: 4n }]);
  });
});

describe('a guardianship that nobody confirmed', () => {
  it('is no basis: the answer is that of a consent that nobody asked for', async () => {
    const viewing = await new Viewing().granted();
    await viewing.confirmed();
    const answers = [await viewing.view('status', guardianshipId(guardianships, 7), mother), await viewing.view('status', ConsentId(`c_${'99'.repeat(16)}`), mother)];
    expect(answers).toEqual([{ kind: 'refused', code: 'not-found' }, { kind: 'refused', code: 'not-found' }]);
  });

  it('is in the log of the dependent whose next one it would be, as an attempt of whoever tried', async () => {
    const viewing = await new Viewing().confirmed();
    viewing.readModels.haveTie = async (one, other) => one === mother && other === daughter;
    for (const who of [stranger, mother]) await viewing.view('status', guardianshipId(guardianships, 7), who);
    await viewing.view('status', guardianshipId(GuardianshipsId('00'.repeat(16)), 1), mother);
    expect(await viewing.facts('ViewRefused')).toMatchObject([
      { viewer: stranger, subject: daughter, known: false },
      { viewer: mother, subject: daughter, known: true },
      { viewer: mother, subject: null, known: false },
    ]);
  });
});

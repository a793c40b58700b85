import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { stream as guardianships } from '../../../test/kit/guardianship.js';
import { consent, daughter, mother, stranger, Viewing } from '../../../test/kit/viewing.js';
import { guardianshipId, MINUTE } from '../../kernel/index.js';
import { ViewOther } from './view-other.js';

const nothing = { kind: 'refused', code: 'not-found' };
const busy = { kind: 'refused', code: 'busy' };

describe('read models', () => {
  it('that lag behind the grant give no view, and nothing is recorded', async () => {
    const viewing = await new Viewing().granted();
    const before = await viewing.store.head();
    viewing.readModels.upTo = before - 1n;
    expect(await viewing.view()).toEqual({ kind: 'refused', code: 'read-models-behind' });
    expect(await viewing.store.head()).toBe(before);
  });

  it('that lag behind what came this very moment give no view of it, though they hold all that was there a moment ago', async () => {
    const viewing = await new Viewing().granted();
    expect(await viewing.view()).toMatchObject({ kind: 'done' });
    viewing.readModels.upTo = await viewing.store.head();
    await viewing.confirmed(2);
    const before = await viewing.store.head();
    expect(await viewing.view('status', guardianshipId(guardianships, 2), mother)).toEqual({ kind: 'refused', code: 'read-models-behind' });
    expect(await viewing.store.head()).toBe(before);
    viewing.readModels.upTo = before;
    expect(await viewing.view('status', guardianshipId(guardianships, 2), mother)).toMatchObject({ kind: 'done' });
  });

  it('that stopped while results went on give no view either, nor is it recorded: the one that says positive would be missing', async () => {
    const viewing = await new Viewing().granted();
    expect(await viewing.view()).toMatchObject({ kind: 'done' });
    viewing.readModels.upTo = await viewing.store.head();
    await viewing.result(mother, '260373001', 0);
    expect(await viewing.view()).toMatchObject({ kind: 'done' });
    viewing.clock.advance(MINUTE);
    const before = await viewing.store.head();
    expect(await viewing.view()).toEqual({ kind: 'refused', code: 'read-models-behind' });
    expect(await viewing.store.head()).toBe(before);
  });

  it('without the row give no view: what was recorded is withheld', async () => {
    const viewing = await new Viewing().granted();
    viewing.readModels.empty = true;
    expect(await viewing.view()).toEqual(busy);
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(1);
  });

  it('with the row of another person give no view', async () => {
    const viewing = await new Viewing().granted();
    const row = await viewing.readModels.proxyView(consent, daughter, viewing.clock.now());
    viewing.readModels.proxyView = async () => (row === undefined ? undefined : { ...row, subject: daughter });
    expect(await viewing.view()).toEqual(busy);
  });

  it('with a row of another basis give no view, though it is about the same person', async () => {
    const viewing = await new Viewing().granted();
    const row = await viewing.readModels.proxyView(consent, daughter, viewing.clock.now());
    viewing.readModels.proxyView = async () => (row === undefined ? undefined : { ...row, basis: guardianshipId(guardianships, 1), requested: null });
    expect(await viewing.view()).toEqual(busy);
  });

  it('with a whole row of another person, under this basis\'s id, give no view', async () => {
    const viewing = await new Viewing().granted();
    await viewing.confirmed();
    const others = await viewing.readModels.proxyView(guardianshipId(guardianships, 1), mother, viewing.clock.now());
    viewing.readModels.proxyView = async () => (others === undefined ? undefined : { ...others, basis: consent });
    expect(await viewing.view()).toEqual(busy);
  });
});

describe('a position that the read models have passed', () => {
  it('is asked for by each view: what they had passed, they may not have any more', async () => {
    const viewing = await new Viewing().granted();
    const asked: bigint[] = [];
    const granted = await viewing.store.head();
    viewing.readModels.reached = async (position) => asked.push(position) > 0;
    await viewing.view();
    await viewing.view();
    expect(asked).toEqual([granted, granted]);
  });
});

describe('a row', () => {
  it('of which one result does not open shows nothing: it could be the one that says positive', async () => {
    const viewing = await new Viewing().granted();
    await viewing.result(mother, '260373001', 2);
    const row = await viewing.readModels.proxyView(consent, daughter, viewing.clock.now());
    const results = row?.results.map((copy, index) => (index === 0 ? copy : Object.assign({}, copy, { id: randomUUID() }))) ?? [];
    viewing.readModels.proxyView = async () => (row === undefined ? undefined : { ...row, results });
    expect(await viewing.view()).toEqual(busy);
  });

  it('of which the enrolment does not open shows nothing: there is no name to tell whose it is', async () => {
    const viewing = await new Viewing().granted();
    const row = await viewing.readModels.proxyView(consent, daughter, viewing.clock.now());
    viewing.readModels.proxyView = async () => (row === undefined ? undefined : { ...row, enrolled: Object.assign({}, row.enrolled, { id: randomUUID() }) });
    expect(await viewing.view()).toEqual(busy);
  });
});

describe('a row that holds what is another person\'s', () => {
  /** The mother's row with parts of the child's, each of which opens well by itself. */
  async function mixed(part: 'enrolled' | 'results') {
    const viewing = await new Viewing().granted();
    await viewing.confirmed();
    const [own, others] = [await viewing.readModels.proxyView(consent, daughter, viewing.clock.now()), await viewing.readModels.proxyView(guardianshipId(guardianships, 1), mother, viewing.clock.now())];
    viewing.readModels.proxyView = async () => (own === undefined || others === undefined ? undefined : { ...own, [part]: others[part] });
    return viewing.view('results');
  }

  it('shows no name', async () => expect(await mixed('enrolled')).toEqual(busy));
  it('shows no result', async () => expect(await mixed('results')).toEqual(busy));
});

describe('keys', () => {
  it.each(['person', 'access-log'] as const)('of the subject that are gone (%s) close their consents, to a process that had opened something and to one that had not', async (kept) => {
    const viewing = await new Viewing().granted();
    expect(await viewing.view()).toMatchObject({ kind: 'done' });
    await viewing.vault.destroy({ owner: mother, class: kept });
    const cold = viewing.process();
    for (const process of [viewing, { view: () => cold.execute(new ViewOther(daughter, consent, 'status', 'FAMRQT')) }]) expect(await process.view()).toEqual(nothing);
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(1);
  });

  it('of the subject that are gone leave a stranger with what they always hear, and the refusal without a subject', async () => {
    const viewing = await new Viewing().granted();
    await viewing.vault.destroy({ owner: mother, class: 'access-log' });
    expect(await viewing.view('status', consent, stranger)).toEqual(nothing);
    expect(await viewing.facts('ViewRefused')).toMatchObject([{ viewer: stranger, basis: consent, subject: null, known: false }]);
  });

  it('of the viewer that are gone: who cannot be named does not look', async () => {
    const viewing = await new Viewing().granted();
    await viewing.vault.destroy({ owner: daughter, class: 'person' });
    expect(await viewing.view()).toEqual(busy);
    expect(await viewing.facts('ViewDisclosed')).toEqual([]);
  });

  it('of a dependent that are gone close the guardianship: their age cannot be read', async () => {
    const viewing = await new Viewing().confirmed();
    await viewing.vault.destroy({ owner: daughter, class: 'person' });
    expect(await viewing.view('status', guardianshipId(guardianships, 1), mother)).toEqual(nothing);
  });

  it.each(['FAMRQT', 'SUPNWK'] as const)('of a dependent that are gone close it, too, to a process that had read their age (asked as %s)', async (purpose) => {
    const viewing = await new Viewing().confirmed();
    const look = () => viewing.view('status', guardianshipId(guardianships, 1), mother, purpose);
    const before = await look();
    expect(before).not.toEqual(nothing);
    await viewing.vault.destroy({ owner: daughter, class: 'person' });
    const recorded = await viewing.facts('ViewDisclosed');
    expect(await look()).toEqual(nothing);
    expect(await viewing.facts('ViewDisclosed')).toEqual(recorded);
  });
});

import { describe, expect, it } from '@jest/globals';
import { consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import type { Citizen } from '../../domain/citizen/index.js';
import type { Consent } from '../../domain/consent/index.js';
import { ConsentId, EventId, open } from '../../kernel/index.js';
import { consentAggregate } from '../consent/consent-aggregate.js';
import { citizenAggregate } from '../people/aggregates.js';
import { Remembered } from '../remembered.js';
import { streams } from '../streams.js';
import type { Memory } from './loaded.js';

const stream = streams.consent(consent);

async function viewed(times: number, viewing?: Viewing): Promise<Viewing> {
  const made = viewing ?? (await new Viewing().granted());
  for (let time = 0; time < times; time += 1) expect(await made.view()).toMatchObject({ kind: 'done' });
  return made;
}

describe('a load', () => {
  it('of nothing is the beginning', async () => {
    const { ledger } = new Viewing();
    expect(await ledger.load(consentAggregate, stream)).toEqual({ stream, state: { status: 'none' }, revision: undefined, lastAt: undefined, change: undefined, commands: new Map() });
  });

  it('of many streams is each one\'s load', async () => {
    const { ledger } = await new Viewing().people();
    const names = [streams.citizen(mother), streams.citizen(daughter)];
    expect(await ledger.loadMany(citizenAggregate, names)).toEqual([await ledger.load(citizenAggregate, names[0] ?? stream), await ledger.load(citizenAggregate, names[1] ?? stream)]);
  });

  it('leaves shut what this process cannot open', async () => {
    const { ledger, vault } = await new Viewing().people();
    const person = async () => (await ledger.load(citizenAggregate, streams.citizen(mother))).state;
    expect(await person()).toMatchObject({ status: 'enrolled', name: { kind: 'open', value: { given: '芳' } } });
    await vault.destroy({ owner: mother, class: 'person' });
    expect(await person()).toMatchObject({ status: 'enrolled', name: { kind: 'shut' } });
  });
});

describe('a load on top of what is remembered', () => {
  it('is the same as a load, whatever was appended since', async () => {
    const viewing = await viewed(1);
    const memory: Memory<Consent> = new Remembered(10);
    const names = [stream, streams.consent(ConsentId(`c_${'0'.repeat(32)}`))];
    for (const change of [() => viewing.view(), () => viewing.revoke(), () => Promise.resolve()]) {
      expect(await viewing.ledger.loadManyOnto(consentAggregate, names, memory)).toEqual(await viewing.ledger.loadMany(consentAggregate, names));
      await change();
    }
    expect(memory.get(stream)?.loaded).toEqual(await viewing.ledger.load(consentAggregate, stream));
  });

  it('is shut from when the key is gone', async () => {
    const { ledger, vault } = await new Viewing().people();
    const memory: Memory<Citizen> = new Remembered(10);
    const people = async () => (await ledger.loadManyOnto(citizenAggregate, [mother, daughter].map(streams.citizen), memory)).map(({ state }) => state);
    expect(await people()).toMatchObject([{ name: { kind: 'open' } }, { name: { kind: 'open' } }]);
    await vault.destroy({ owner: mother, class: 'person' });
    for (const times of [1, 2]) expect([times, await people()]).toMatchObject([times, [{ name: { kind: 'shut' } }, { name: { kind: 'open' } }]]);
    expect(memory.get(streams.citizen(mother))).toBeUndefined();
  });
});

describe('a refresh', () => {
  it.each([0, 3, 20])('after %i views and a revocation is the same as a load', async (views) => {
    const viewing = await viewed(2);
    const before = await viewing.ledger.load(consentAggregate, stream);
    await viewed(views, viewing);
    await viewing.revoke();
    expect(await viewing.ledger.refresh(consentAggregate, before)).toEqual(await viewing.ledger.load(consentAggregate, stream));
  });

  it('of nothing new changes nothing', async () => {
    const viewing = await viewed(1);
    const before = await viewing.ledger.load(consentAggregate, stream);
    expect(await viewing.ledger.refresh(consentAggregate, before)).toBe(before);
  });
});

describe('a recording', () => {
  it('is refused on any other revision than it was decided at, and names what is there', async () => {
    const viewing = await viewed(1);
    const onto = await viewing.ledger.load(consentAggregate, stream);
    await viewing.revoke();
    const event = { type: 'ConsentRequested', data: { consent, viewer: daughter, scope: 'status', purpose: 'FAMRQT', until: viewing.clock.now(), codeHash: 'ab', codeUntil: viewing.clock.now(), policy: 'cn-1', label: open('Mum'), at: viewing.clock.now() } } as const;
    expect(await viewing.ledger.record({ of: consentAggregate, onto, events: [{ id: EventId(viewing.index.uuid('spec')), event }] })).toEqual({ kind: 'conflict', actual: { at: 4n } });
    expect(await viewing.ledger.next(onto)).toEqual((await viewing.store.read({ stream })).at(-1)?.id);
  });
});

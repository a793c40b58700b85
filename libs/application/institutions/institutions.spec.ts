import { describe, expect, it } from '@jest/globals';
import { Registry } from '../../../test/kit/registry.js';
import { before } from '../../../test/kit/before-ids.js';
import { institutionId } from '../../../test/kit/institutions.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { DAY, InstitutionName, plus } from '../../kernel/index.js';
import { KeyDestroyed, VaultUnavailable } from '../../vault/index.js';
import { Ledger, unread } from '../ledger/index.js';
import { staffAggregate } from '../staff/staff-aggregate.js';
import { streams } from '../streams.js';
import { Institutions } from './institutions.js';

const name = InstitutionName('clinic-east');
const id = institutionId('clinic-east');

/** Another process on the same log; what it remembers is its own. */
function process({ store, vault, names, clock, index }: Registry): { readonly ledger: Ledger; readonly institutions: Institutions } {
  const ledger = new Ledger(store, vault, names);
  return { ledger, institutions: new Institutions(ledger, clock, names, index) };
}

/** Somebody who was appointed before institutions had ids, in a process that has read it. */
async function appointedBefore() {
  const registry = new Registry();
  const staff = registry.duty.staff;
  const at = registry.clock.now();
  const event = { type: 'StaffAppointed', data: { staff, ordinal: 1, role: 'clinic', institution: id, from: at, until: plus(at, DAY), by: null, policy: 'cn-1', at } } as const;
  const onto = unread(streams.staff(staff), staffAggregate.initial);
  const eventId = registry.request('operator', 'appoint').eventId(onto.stream, 0);
  await before(registry.store, () => registry.ledger.record({ of: staffAggregate, onto, events: [{ id: eventId, event }] }));
  const later = process(registry);
  const { state } = await later.ledger.load(staffAggregate, onto.stream);
  return { registry, appointment: state.appointments[0], ...later };
}

describe('the name of an institution', () => {
  it('stands sealed in a stream of its own, once, however many appoint there at the same time', async () => {
    const registry = new Registry();
    const processes = [process(registry), process(registry), process(registry)];
    expect(await Promise.all(processes.map(({ institutions }) => institutions.name(name)))).toEqual([id, id, id]);
    const events = await registry.store.readAll(0n, 10);
    expect(events.map(({ stream, type }) => [stream, type])).toEqual([[`institution-${id}`, 'InstitutionNamed']]);
    expect(events.map(({ data }) => Buffer.from(data).toString('utf8')).join('')).not.toContain(name);
  });

  it('is read by another process', async () => {
    const registry = new Registry();
    await registry.institutions.name(name);
    expect(await process(registry).institutions.nameOf(id)).toBe(name);
    expect(await process(registry).institutions.nameOfActing(id)).toBe(name);
  });

  it('is read once', async () => {
    const registry = new Registry();
    await registry.institutions.name(name);
    const { institutions } = process(registry);
    await institutions.nameOf(id);
    registry.store.readMany = () => Promise.reject(new StoreUnavailable());
    expect([await institutions.nameOf(id), await institutions.nameOfActing(id)]).toEqual([name, name]);
  });

  it('is read once also where many ask at the same time, as a page of somebody’s log does', async () => {
    const registry = new Registry();
    await registry.institutions.name(name);
    const { institutions } = process(registry);
    const readMany = registry.store.readMany.bind(registry.store);
    let reads = 0;
    registry.store.readMany = (ranges) => {
      reads += ranges.length;
      return readMany(ranges);
    };
    expect(new Set(await Promise.all(Array.from({ length: 100 }, () => institutions.nameOf(id))))).toEqual(new Set([name]));
    expect(reads).toBe(1);
  });

  it('is asked for again after it could not be read', async () => {
    const registry = new Registry();
    await registry.institutions.name(name);
    const { institutions } = process(registry);
    const readMany = registry.store.readMany.bind(registry.store);
    registry.store.readMany = () => Promise.reject(new StoreUnavailable());
    const asked = [institutions.nameOf(id), institutions.nameOf(id)];
    for (const each of asked) await expect(each).rejects.toThrow(StoreUnavailable);
    registry.store.readMany = readMany;
    expect(await institutions.nameOf(id)).toBe(name);
  });

  it('is not made up where nobody named it', async () => {
    const { institutions } = new Registry();
    await expect(institutions.nameOf(id)).rejects.toThrow(StoreUnavailable);
    await expect(institutions.nameOfActing(id)).rejects.toThrow(StoreUnavailable);
  });

  it('is not told without its key', async () => {
    const registry = new Registry();
    await registry.institutions.name(name);
    await registry.vault.destroy({ owner: id, class: 'institution' });
    await expect(process(registry).institutions.nameOf(id)).rejects.toThrow(VaultUnavailable);
  });

  it('is not taken for written where nobody can read what is written: whoever were appointed there could do nothing', async () => {
    const registry = new Registry();
    await registry.institutions.name(name);
    await registry.vault.destroy({ owner: id, class: 'institution' });
    await expect(process(registry).institutions.name(name)).rejects.toThrow(KeyDestroyed);
  });

  it('is not taken for written where the log took nothing', async () => {
    const registry = new Registry();
    const appendAll = registry.store.appendAll.bind(registry.store);
    registry.store.appendAll = async (appends) => appends.map(() => ({ kind: 'unavailable' }));
    await expect(registry.institutions.name(name)).rejects.toThrow(StoreUnavailable);
    registry.store.appendAll = appendAll;
    expect(await registry.institutions.name(name)).toBe(id);
    expect(await registry.log()).toEqual(['InstitutionNamed']);
  });
});

describe('an institution whose staff was appointed before institutions had ids', () => {
  it('is known by its id', async () => expect((await appointedBefore()).appointment).toMatchObject({ role: 'clinic', institution: id }));

  it('is shown by the name that its older events have, and nothing is written for it', async () => {
    const { registry, institutions } = await appointedBefore();
    expect(await institutions.nameOf(id)).toBe(name);
    expect(await registry.log()).toEqual(['StaffAppointed']);
  });

  it('is named when its staff first acts, once', async () => {
    const { registry, institutions } = await appointedBefore();
    expect([await institutions.nameOfActing(id), await institutions.nameOfActing(id)]).toEqual([name, name]);
    expect(await registry.log()).toEqual(['StaffAppointed', 'InstitutionNamed']);
    expect(await process(registry).institutions.nameOf(id)).toBe(name);
  });

  it('is named again when its staff acts, where the key of its name was lost', async () => {
    const { registry, institutions } = await appointedBefore();
    await process(registry).institutions.name(name);
    registry.lose({ owner: id, class: 'institution' });
    expect(await institutions.nameOfActing(id)).toBe(name);
    expect(await process(registry).institutions.nameOf(id)).toBe(name);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RecordedEvent, StoreUnavailable } from '../../libs/event-store/index.js';
import { type Deadlines, KurrentEventStore, type KurrentPlace } from '../../libs/event-store-kurrentdb/index.js';
import { eventually } from '../kit/eventually.js';
import { Double, type Fault, hang, hangAfter, loseAnswer, loseLeader, takeBack } from '../kit/kurrentdb-double/index.js';
import { again, append, fact, facts, freshStream, idsOf, streamOf } from './event-store/facts.js';
import { followUntil } from './event-store/following.js';

const SOON: Deadlines = { append: 300, read: 300 };

describe('A trap of KurrentDB and its client, on the double:', () => {
  let double: Double;
  let store: KurrentEventStore;
  const stores: KurrentEventStore[] = [];
  const open = (place: KurrentPlace = double.place, deadlines: Partial<Deadlines> = {}): KurrentEventStore => {
    const opened = new KurrentEventStore({ place, deadlines });
    stores.push(opened);
    return opened;
  };
  /** One that waits for no append longer than a moment, connected already. */
  const hurried = async (): Promise<KurrentEventStore> => {
    const opened = open(double.place, { append: SOON.append });
    await opened.head();
    return opened;
  };
  const node = (index = 0) => {
    const found = double.nodes[index];
    if (found === undefined) throw new Error('a cluster has nodes');
    return found;
  };

  beforeEach(async () => {
    double = await Double.start(3);
    store = open();
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((each) => each.close()));
    await double.close();
  });

  it('1, 2: an append that hangs ends at its deadline, and nobody else’s with it; batched appends are not called', async () => {
    const hasty = await hurried();
    double.plant(hang);
    const hanging = hasty.append(append(freshStream(), 'no-stream', fact()));
    await eventually(() => double.planted, (left) => left === 0);
    const [stuck, ...others] = await Promise.all([hanging, ...facts(20).map((event) => store.append(append(freshStream(), 'no-stream', event)))]);
    expect([stuck, ...others].map(({ kind }) => kind).toSorted()).toEqual([...Array.from({ length: 20 }, () => 'appended'), 'unknown']);
  });

  it.each<readonly [string, Fault, boolean]>([
    ['was written', hangAfter, true],
    ['was not', hang, false],
    ['was written, and the connection died', loseAnswer, true],
  ])('3: no answer is an unknown outcome: it %s, and asking again settles it', async (_, fault, repeated) => {
    const hasty = await hurried();
    const asked = append(freshStream(), 'no-stream', ...facts(2));
    double.plant(fault);
    expect(await hasty.append(asked)).toEqual({ kind: 'unknown' });
    expect(await store.append({ ...asked, events: asked.events.map(again) })).toMatchObject({ kind: 'appended', revision: 1n, repeated });
    expect(idsOf(await store.read(asked))).toEqual(idsOf(asked.events));
  });

  it('3: an append that arrives long after its deadline comes too late, where it was asked again meanwhile', async () => {
    const [asked, held] = [append(freshStream(), 'no-stream', fact()), Promise.withResolvers<void>()];
    const hasty = await hurried();
    double.plant(async (through) => {
      await held.promise;
      return through();
    });
    expect(await hasty.append(asked)).toEqual({ kind: 'unknown' });
    expect(await store.append(asked)).toMatchObject({ kind: 'appended', repeated: false });
    held.resolve();
    expect(await store.append(append(asked.stream, { at: 0n }, fact()))).toMatchObject({ kind: 'appended', revision: 1n });
    expect(await store.read(asked)).toHaveLength(2);
  });

  it('4: a repetition is recognised by another process after a restart, and a writer that expects `any` is not taken for one', async () => {
    const asked = append(freshStream(), 'no-stream', ...facts(3));
    const first = await store.append(asked);
    double.log.restart();
    expect(await open().append({ ...asked, events: asked.events.map(again) })).toEqual({ ...first, repeated: true });
    const anywhere = append(asked.stream, 'any', fact());
    await store.append(anywhere);
    expect(await store.append(anywhere)).toMatchObject({ kind: 'appended', revision: 4n, repeated: false });
  });

  it('5: during an election nothing is written and nothing is read; then the same store goes on', async () => {
    const { stream } = await streamOf(store, 1);
    double.state.ready = false;
    expect(await store.append(append(stream, { at: 0n }, fact()))).toEqual({ kind: 'unavailable' });
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    double.state.ready = true;
    expect(await store.append(append(stream, { at: 0n }, fact()))).toMatchObject({ kind: 'appended', revision: 1n });
  });

  it('5: a leader that dies with an append in hand leaves it unknown; the next one takes it', async () => {
    const asked = append(freshStream(), 'no-stream', fact());
    await store.head();
    double.plant(loseLeader);
    expect(await store.append(asked)).toEqual({ kind: 'unknown' });
    expect(await store.append(asked)).toMatchObject({ kind: 'appended', repeated: false });
  });

  it('5: what was acknowledged and then taken back ends whoever follows, with an error: what it made of it is wrong', async () => {
    await streamOf(store, 3);
    const seen: RecordedEvent[] = [];
    const following = (async () => {
      for await (const page of store.follow(0n, new AbortController().signal)) seen.push(...page);
    })();
    following.catch(() => undefined);
    await eventually(() => seen.length, (length) => length === 3);
    double.plant(takeBack);
    await store.append(append(freshStream(), 'no-stream', fact()));
    await eventually(() => seen.length, (length) => length === 4);
    await streamOf(store, 2);
    double.reset();
    await expect(following).rejects.toThrow('the log does not have what was read of it');
    await expect(followUntil(store, 1n, 1)).rejects.toThrow('the log does not have what was read of it at position 1');
  });

  it('6: a subscription that fails begins again where it was, leaves none behind, and what comes twice is passed on once', async () => {
    double.state.twice = true;
    const following = followUntil(store, 0n, 60);
    for (let written = 0; written < 6; written += 1) {
      await streamOf(store, 10);
      if (written % 2 === 0) double.reset();
    }
    expect(idsOf(await following)).toEqual(idsOf(await store.readAll(0n, 100)));
    await eventually(() => double.state.subscriptions, (open) => open === 0);
    for await (const page of store.follow(0n, new AbortController().signal)) {
      expect(page.length).toBeGreaterThan(0);
      break;
    }
    await eventually(() => double.state.subscriptions, (open) => open === 0);
  });

  it('6: a follower that is told to end takes nobody’s connection along', async () => {
    await streamOf(store, 3);
    for (let times = 0; times < 5; times += 1) await followUntil(store, 0n, 3);
    expect(await store.append(append(freshStream(), 'no-stream', fact()))).toMatchObject({ kind: 'appended' });
    expect(double.connections).toBe(1);
  });

  it('6: a subscription whose server says nothing any more, and is alive, is begun again', async () => {
    double.state.mute = true;
    const following = followUntil(store, 0n, 3);
    const { events } = await streamOf(store, 3);
    await eventually(() => double.state.subscriptions, (open) => open === 1);
    double.state.mute = false;
    expect(idsOf(await following)).toEqual(idsOf(events));
  });

  it('7: whoever reaches a follower is sent to the leader, to write and to read', async () => {
    const elsewhere = open({ ...double.place, nodes: [node(1).wire.address] });
    const asked = append(freshStream(), 'no-stream', fact());
    expect(await elsewhere.append(asked)).toMatchObject({ kind: 'appended' });
    double.lead(node(2));
    expect(await elsewhere.read(asked)).toHaveLength(1);
    expect(await store.append(append(asked.stream, { at: 0n }, fact()))).toMatchObject({ kind: 'appended', revision: 1n });
  });

  it('8: a server that is down is unavailable, and the same store works again when it is back', async () => {
    const alone = open({ ...double.place, nodes: [node().wire.address] });
    const { stream } = await streamOf(alone, 1);
    await node().wire.down();
    // Whether the first one was sent before the connection died, nobody can tell.
    await alone.append(append(freshStream(), 'no-stream', fact()));
    expect(await alone.append(append(stream, { at: 0n }, fact()))).toEqual({ kind: 'unavailable' });
    await expect(alone.read({ stream })).rejects.toThrow(StoreUnavailable);
    await node().wire.up();
    expect(await alone.append(append(stream, { at: 0n }, fact()))).toMatchObject({ kind: 'appended', revision: 1n });
  });

  it('8: nodes that are down are passed over, and all of them are unavailable within the deadline', async () => {
    await node(1).wire.down();
    expect(await open().append(append(freshStream(), 'no-stream', fact()))).toMatchObject({ kind: 'appended' });
    await Promise.all([node(0).wire.down(), node(2).wire.down()]);
    const hasty = open(double.place, SOON);
    expect(await hasty.append(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: 'unavailable' });
    await expect(hasty.head()).rejects.toThrow(StoreUnavailable);
  });

  it('10: a stream that was deleted or cut by other means is no history to decide on', async () => {
    const [gone, cut] = [await streamOf(store, 3), await streamOf(store, 3)];
    double.log.delete(gone.stream);
    await expect(store.append(append(gone.stream, 'no-stream', fact()))).rejects.toThrow('a stream was cut');
    double.log.cut(cut.stream, 1n);
    await expect(store.read({ stream: cut.stream })).rejects.toThrow('a stream was cut: it has no revision before 1');
    await expect(store.read({ stream: cut.stream, direction: 'backward' })).rejects.toThrow('a stream was cut');
  });

  it('a slow server is waited for', async () => {
    double.state.late = 100;
    const { stream, events } = await streamOf(store, 2);
    expect(idsOf(await store.read({ stream }))).toEqual(idsOf(events));
  });

  it('12: what an append expects is lost with no option of a client: it is said in the server’s own form, and what is wrong is refused', async () => {
    const { stream } = await streamOf(store, 2);
    for (const expected of ['no-stream', { at: 0n }, { at: 5n }] as const) expect(await store.append(append(stream, expected, fact()))).toEqual({ kind: 'conflict', actual: { at: 1n } });
    expect(await store.read({ stream })).toHaveLength(2);
  });
});

import { KurrentEventStore, type KurrentPlace } from '../../libs/event-store-kurrentdb/index.js';
import { Double, loseAnswer } from '../kit/kurrentdb-double/index.js';
import { outageContract } from './event-store/outages.js';

const MILLISECONDS = 400;

outageContract('The store in KurrentDB, on its double', async () => {
  const [double, gone] = [await Double.start(), await Double.start()];
  const [node] = double.nodes;
  if (node === undefined) throw new Error('a cluster has nodes');
  await gone.close();
  const reached = (place: KurrentPlace, deadlines = {}): KurrentEventStore => new KurrentEventStore({ place, deadlines });
  const stores = { store: reached(double.place, { append: MILLISECONDS, read: MILLISECONDS }), healthy: reached({ ...double.place, nodes: [node.direct] }), unreachable: reached(gone.place) };
  return {
    ...stores,
    milliseconds: MILLISECONDS,
    loseNextAnswer: () => double.plant(loseAnswer),
    silence: () => node.wire.silence(),
    heal: () => node.wire.heal(),
    close: async () => {
      await Promise.all(Object.values(stores).map((store) => store.close()));
      await double.close();
    },
  };
});

import { Double } from '../kit/kurrentdb-double/index.js';
import { openKurrent } from './event-store/kurrentdb.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('The store in KurrentDB, on its double', async () => {
  const double = await Double.start();
  return openKurrent(double.place, () => double.close());
});

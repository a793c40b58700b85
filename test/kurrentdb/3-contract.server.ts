import { openKurrent } from '../contract/event-store/kurrentdb.js';
import { eventStoreContract } from '../contract/event-store.contract.js';
import { realServer } from './server.js';

eventStoreContract('The store in KurrentDB', async () => openKurrent(realServer()));

export { castore } from './castore.js';
export { dcbEs } from './dcb-es.js';
export { emmett, emmettHelped, HELPED_CONSUMER } from './emmett.js';
export { countEvents, type Ground, groundFacts, onGround, settle } from './ground.js';
export { messageDb, messageDbCategories } from './message-db.js';
export { ours } from './ours.js';
export { type Payload, payload } from './payload.js';
export type { LedgerPeer, PeerAnswer, PeerAppend, PeerKind } from './peer.js';

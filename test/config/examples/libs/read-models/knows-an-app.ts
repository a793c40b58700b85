import { citizenRoom } from '../../apps/api/src/citizen/room.js';
export const upward = citizenRoom;

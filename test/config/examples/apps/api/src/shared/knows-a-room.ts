import { citizenRoom } from '../citizen/room.js';
export const guardianRoom = citizenRoom;

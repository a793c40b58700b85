export const citizenRoom = 1;

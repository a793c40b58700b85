import { setFlagsFromString } from 'node:v8';

/** By how many percent the old part of the heap may outgrow what lives in it before it is collected. Left to itself, V8 lets it grow to the fourfold where the machine has room. */
const GROWS_BY = 75;

/** Keeps the heap of this process near what lives in it: an import makes much that outlives a young collection and is dead a moment later. */
export const keepHeapSmall = (): void => setFlagsFromString(`--heap-growing-percent=${GROWS_BY}`);

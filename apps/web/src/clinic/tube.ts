import type { Done } from '../data/types.js';

/** A tube of the clinic, and what is printed on it. */
export interface Tube extends Done<'/v1/samples/by-barcode'> {
  readonly barcode: string;
}

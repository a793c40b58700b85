import { LockedBarcodeRow } from '../entities.js';
import { type Handlers, projection, put, remove } from '../projection.js';

/** Which barcodes wait for a registrar. */
export const lockedHandlers = {
  BarcodeLocked: ({ sample, clinic, at }, { position }) => put(sample, { sample, clinic, position, since: new Date(at) }),
  BarcodeReleased: ({ sample }) => remove(sample),
} satisfies Handlers<LockedBarcodeRow>;

/** Every clinic's quarantine. */
export const lockedBarcodes = projection(LockedBarcodeRow, lockedHandlers);

import type { ReplayPoint } from '../../domain/access/replay.js';
import { parseInstant } from '../../kernel/index.js';

/** Reads a point of the log: a position (up to 18 digits) or an RFC 3339 instant. Throws `Malformed`. */
export const parsePoint = (text: string): ReplayPoint => (/^\d{1,18}$/.test(text) ? { position: BigInt(text) } : { time: parseInstant(text) });

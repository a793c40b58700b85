import { randomFillSync } from 'node:crypto';

const POOL = 4_096;
const pool = Buffer.alloc(POOL);
let used = POOL;

/** So many random bytes (at most 64), of the same source as `randomBytes` but drawn many at a time: a call for each nonce costs as much as sealing with it. Each is given once, and wiped here. */
export function freshBytes(count: number): Buffer {
  if (used + count > POOL) {
    randomFillSync(pool);
    used = 0;
  }
  const fresh = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return fresh;
}

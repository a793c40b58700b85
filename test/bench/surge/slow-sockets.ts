import { connect } from 'node:net';
import { optionsSent } from '../city/child.js';
import { placeOf, type Place } from './wire.js';

/** How many to open, and how long they may stay. */
export interface SlowOrder {
  readonly address: string;
  readonly count: number;
  readonly seconds: number;
}

/** What became of them. */
export interface SlowTold {
  /** Seconds from the last one's opening until all were closed by the server; undefined where some were still open at the end. */
  readonly reapedIn: number | undefined;
  readonly left: number;
}

const POST = 'POST /v1/consent-codes/openings HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n';
/** What it sends at first, and a letter at a time from then on. */
const KINDS = [
  ['', ''],
  ['GET /v1/me/code HTTP/1.1\r\nhost: bench\r\nx: ', 'x'],
  [POST, '{'],
] as const;
/** One in so many asks for more than both kernels hold, and reads none of it. Few: what they are answered lies in the machine's memory. */
const READERS = 100;
const READER = ['GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nhost: bench\r\n\r\n'.repeat(8), 'x'] as const;
const PAUSE = 1_000;
/** At once, so that the backlog holds them. */
const BATCH = 100;

/** Opens them all: a third says nothing, a third trickles a head, a third a body, and a few read no answer. Tells `opened`, then what became of them. */
async function slow({ address, count, seconds }: SlowOrder): Promise<SlowTold> {
  const open = new Set<ReturnType<typeof connect>>();
  for (let n = 0; n < count; n += BATCH) await Promise.all(Array.from({ length: Math.min(BATCH, count - n) }, (_, index) => opened(placeOf(address), n + index, open)));
  process.send?.('opened');
  const begun = performance.now();
  let reapedIn: number | undefined;
  while (open.size > 0 && performance.now() - begun < seconds * 1_000) await new Promise((resolve) => setTimeout(resolve, 50));
  if (open.size === 0) reapedIn = (performance.now() - begun) / 1_000;
  const left = open.size;
  for (const socket of open) socket.destroy();
  return { reapedIn, left };
}

function opened(place: Place, index: number, open: Set<ReturnType<typeof connect>>): Promise<void> {
  const reads = index % READERS !== 0;
  const [first, more] = reads ? (KINDS[index % KINDS.length] ?? KINDS[0]) : READER;
  const socket = connect(place).on('error', () => undefined);
  const trickle = setInterval(() => more !== '' && socket.writable && socket.write(more), PAUSE);
  socket.once('close', () => {
    clearInterval(trickle);
    open.delete(socket);
  });
  open.add(socket);
  return new Promise((resolve) => {
    socket.once('close', resolve);
    socket.once('connect', () => {
      socket.write(first);
      if (reads) socket.resume();
      resolve();
    });
  });
}

const told = await slow(await optionsSent<SlowOrder>());
process.send?.(told, () => process.exit(0));

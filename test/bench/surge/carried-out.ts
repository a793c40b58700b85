import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order } from './driver.js';
import type { SlowOrder, SlowTold } from './slow-sockets.js';
import type { Told } from './tally.js';

/** Load from a process of its own. */
export const drive = (order: Order): Promise<Told> => last<Told>(begin('driver', order));

/** Opens slow sockets in a process of their own; resolves once all are open, with the promise of what becomes of them. */
export async function openSlowSockets(order: SlowOrder): Promise<{ readonly end: Promise<SlowTold> }> {
  const child = begin('slow-sockets', order);
  const end = last<SlowTold>(child);
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), end]);
  return { end };
}

function begin(script: string, order: object): ChildProcess {
  const child = fork(fileURLToPath(new URL(`${script}.js`, import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  child.send(order);
  return child;
}

/** The last thing that it says before it ends. */
function last<Said>(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    let said: Said | undefined;
    child.on('message', (message) => (said = message as Said));
    child.once('exit', (code) => (code === 0 && said !== undefined ? resolve(said) : reject(new Error(`the driver ended with ${code}`))));
  });
}

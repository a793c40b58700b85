import { once } from 'node:events';
import type { Life } from './life.js';

/**
 * Has a running process evaluate an expression, as a debugger would: by a signal that only its own account may send. So clocks jump and threads are kept busy in
 * the very programme that serves, which has no switch for it. Answers its value, where that is plain data.
 */
export async function evaluate(life: Life, expression: string): Promise<unknown> {
  if (!/Debugger listening on/.test(life.output)) life.signal('SIGUSR1');
  const socket = new WebSocket(await life.hears(/Debugger listening on (ws:\S+)/));
  try {
    await once(socket, 'open');
    const answered = once(socket, 'message') as Promise<[MessageEvent]>;
    const broke = once(socket, 'close').then(() => Promise.reject(new Error(`${life.name} ended meanwhile`)));
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, returnByValue: true } }));
    const [{ data }] = await Promise.race([answered, broke]);
    const { result } = JSON.parse(String(data)) as { result?: { exceptionDetails?: object; result?: { value?: unknown } } };
    if (result === undefined || result.exceptionDetails !== undefined) throw new Error(`${life.name} could not: ${String(data)}`);
    return result.result?.value;
  } finally {
    socket.close();
  }
}

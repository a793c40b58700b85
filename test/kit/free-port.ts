import { createServer } from 'node:net';

/** A port of this machine that nobody has, a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

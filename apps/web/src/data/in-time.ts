/** Nobody answered. `unsure`: what was asked for may have been done all the same. */
export class Offline extends Error {
  constructor(
    options?: ErrorOptions,
    readonly unsure = false,
  ) {
    super('offline', options);
    this.name = 'Offline';
  }
}

/** Nobody answered for so long that nobody will. */
export class Late extends Offline {}

/** In milliseconds; the server itself gives up sooner on whatever it waits for. */
export const PATIENCE = 20_000;

/** What was begun, as it ends; rejects with `Late` where it doesn't: behind a line that is dead a browser would wait for minutes. */
export async function inTime<T>(begun: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Late()), PATIENCE);
  });
  try {
    return await Promise.race([begun, late]);
  } finally {
    clearTimeout(timer);
  }
}

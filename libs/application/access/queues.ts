/** Runs one task per key at a time, in the order they came; different keys do not wait for each other. */
export class Queues {
  private readonly last = new Map<string, Promise<void>>();

  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const { promise: mine, resolve: next } = Promise.withResolvers<void>();
    const before = this.last.get(key);
    this.last.set(key, mine);
    try {
      await before;
      return await task();
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
      next();
    }
  }
}

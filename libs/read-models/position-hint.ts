/** Tells the readers of a process how far its own projector is: a hint on top of asking the database, which alone is enough. What is projected is not waited for until it is on the disk: a database that crashes may come back with less, so nothing that was heard before counts once a session with it was lost. */
export class PositionHint {
  #position = 0n;
  readonly #waiting = new Set<() => void>();

  /** The newest position that anybody in this process has heard of. */
  get position(): bigint {
    return this.#position;
  }

  /** Everything up to `position` is projected. */
  advance(position: bigint): void {
    if (position <= this.#position) return;
    this.#position = position;
    for (const wake of this.#waiting) wake();
  }

  /** Nothing is known any more: whoever wants to know asks the database. */
  forget(): void {
    this.#position = 0n;
  }

  /** Resolves at the next advance, or after `milliseconds`. */
  async moved(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.#waiting.add(resolve);
    await promise;
    clearTimeout(timer);
    this.#waiting.delete(resolve);
  }
}

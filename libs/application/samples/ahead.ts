/** Reads values one ahead of whoever takes them, beside something else that they wait for. */
export class Ahead<T> {
  private coming: Promise<IteratorResult<T, void>> | undefined;
  private ended = false;

  constructor(private readonly values: AsyncGenerator<T, void, void>) {}

  /** The next value; undefined where there is none, or where `sooner` is settled before it. It is asked for only where that is `wanted`. */
  async nextOr(wanted: boolean, sooner: Promise<unknown> | undefined): Promise<T | undefined> {
    if (wanted && !this.ended) this.coming ??= this.values.next();
    const waited = [this.coming, sooner?.then(nothing, nothing)].filter((each) => each !== undefined);
    const came = waited.length === 0 ? undefined : await Promise.race(waited);
    if (came === undefined) return undefined;
    this.coming = undefined;
    this.ended = came.done === true;
    return came.done === true ? undefined : came.value;
  }

  /** Lets go of the source, once what it was asked for last is there. */
  leave(): void {
    this.values.return().catch(nothing);
  }
}

const nothing = (): undefined => undefined;

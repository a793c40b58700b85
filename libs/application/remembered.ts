/** How long what was opened may be remembered, in milliseconds: keys are in the vault's memory for no longer, so whoever is erased is gone from this one, too. */
export const OPEN_AT_MOST = 60_000;

/**
 * Remembers at most `capacity` values, among them the half of it used last; those used longest ago go first. Only ever a hint: nothing is true because it is
 * remembered. Two generations, so that finding what was used lately changes nothing: moving it to the end each time cost more than the rest of finding it. Nothing is given that was put in longer than
 * `milliseconds` ago: all goes at once, when it is next asked for anything.
 */
export class Remembered<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();
  private readonly half: number;
  private begun = performance.now();

  constructor(
    capacity: number,
    private readonly milliseconds = Infinity,
  ) {
    this.half = Math.max(1, Math.floor(capacity / 2));
  }

  get(key: Key): Value | undefined {
    this.age();
    const known = this.young.get(key);
    if (known !== undefined) return known;
    const value = this.old.get(key);
    if (value !== undefined) this.put(key, value);
    return value;
  }

  put(key: Key, value: Value): void {
    this.age();
    this.old.delete(key);
    if (this.young.size >= this.half && !this.young.has(key)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  forget(key: Key): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  private age(): void {
    const now = performance.now();
    if (now - this.begun < this.milliseconds) return;
    [this.young, this.old, this.begun] = [new Map(), new Map(), now];
  }
}

/** Chance that can be had again: the same name gives the same numbers (sfc32, seeded by FNV-1a). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(name: string) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    [this.#a, this.#b, this.#c] = [hash | 0, (hash ^ 0x9e3779b9) | 0, Math.imul(hash, 0x85ebca6b)];
    for (let round = 0; round < 12; round += 1) this.#word();
  }

  /** From 0 up to and without 1. */
  next(): number {
    return this.#word() / 2 ** 32;
  }

  /** From 0 up to and without `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  /** One of the names, each as often as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const entries = Object.entries<number>(weights) as [T, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return this.pick(entries.map(([name]) => name));
  }

  /** How long something takes that mostly takes less than `mean`; never nothing. */
  around(mean: number): number {
    return 0.01 - Math.log(1 - this.next()) * mean;
  }

  /** Overwrites bytes. */
  fill(bytes: Uint8Array): void {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = this.#word() & 0xff;
  }

  #word(): number {
    const t = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
    return t >>> 0;
  }
}

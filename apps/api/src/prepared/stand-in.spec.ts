import { describe, expect, it } from '@jest/globals';
import { standIn } from './stand-in.js';

abstract class Counter {
  abstract add(by: number): number;

  twice(by: number): number {
    return this.add(by) + this.add(by);
  }
}

class Kept extends Counter {
  #sum = 0;

  add(by: number): number {
    this.#sum += by;
    return this.#sum;
  }
}

describe('A stand-in', () => {
  it('can be held, and can’t be called before there is something behind it', () => {
    const { port } = standIn<Counter>(Kept);
    expect(port).toBeInstanceOf(Kept);
    expect(() => port.add(1)).toThrow('Kept.add was called before there was one');
  });

  it('then is that thing to whoever held it before: its own methods and those above it, with what they keep', () => {
    const { port, become } = standIn<Counter>(Kept);
    const real = new Kept();
    become(real);
    expect(port.twice(2)).toBe(6);
    expect(real.add(0)).toBe(4);
  });
});

declare const brand: unique symbol;

/** A value that only its parser can make: `Brand<string, 'CitizenId'>` is a string that was admitted as a citizen id. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Outside text that is not what it should be. Carries what was expected, never the value: it may be personal. */
export class Malformed extends Error {
  constructor(readonly expected: string) {
    super(`expected ${expected}`);
    this.name = 'Malformed';
  }
}

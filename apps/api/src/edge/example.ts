import type { Type } from '@nestjs/common';

/** The class of a body, a query or an answer, with the one example that the description shows of it, whole: also fields that may be left out. */
export type Exemplified = Type<object> & { readonly example: object };

/** The class of a query: `about` says of each parameter what it is. */
export type ExemplifiedQuery = Exemplified & { readonly about: Readonly<Record<string, string>> };

/** The example of a class. Throws where it only inherits one, which would lack what the class adds. */
export function exampleOf(type: Exemplified): object {
  if (!Object.hasOwn(type, 'example')) throw new Error(`${type.name} has no example of its own`);
  return type.example;
}

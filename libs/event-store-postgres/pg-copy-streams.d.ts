// The package has no types of its own.
declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** What `COPY ... TO STDOUT` sends, once it is queried. */
  export function to(statement: string): Readable & Submittable;

  /** What `COPY ... FROM STDIN` takes, once it is queried. Finishes when the server has it all. */
  export function from(statement: string): Writable & Submittable;
}

import { writeFileSync } from 'node:fs';

/** A request as a generator sends it; a body is JSON. */
export interface Planned {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: string;
}

/** Distinct requests, and the order in which they are sent, over and over. */
export interface Plan {
  readonly requests: readonly Planned[];
  readonly order: readonly number[];
}

/** Writes a plan as the generators read it: the number of requests, one a line (fields between tabs), then their order from 1. */
export function writePlan(file: string, { requests, order }: Plan): void {
  const lines = requests.map(({ method, path, token, body = '' }) => [method, path, token, body].join('\t'));
  writeFileSync(file, [requests.length, ...lines, ...order.map((index) => index + 1), ''].join('\n'));
}

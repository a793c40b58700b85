import type { ClientBase } from 'pg';

type Results<T extends readonly (() => Promise<unknown>)[]> = { [K in keyof T]: Awaited<ReturnType<T[K]>> };

/** Does all of these on one session: at once where it is pipelined, so that nothing waits for an answer before it is sent; else one after another, as the driver wants it. Rejects with the first failure. */
export async function together<const T extends readonly (() => Promise<unknown>)[]>(client: ClientBase, ...works: T): Promise<Results<T>>;
export async function together(client: ClientBase, ...works: readonly (() => Promise<unknown>)[]): Promise<readonly unknown[]> {
  if ('pipeline' in client && client.pipeline === true) return Promise.all(works.map(async (work) => work()));
  const results: unknown[] = [];
  for (const work of works) results.push(await work());
  return results;
}

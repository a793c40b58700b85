import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Standing } from '../../../../../libs/application/request.js';
import { problemOf } from '../problem-filter.js';

/** Values that are told together. */
const TOGETHER = 200;

/** Pages of values that come one by one, each given only where whoever asked `stands` still. */
export async function* pagesWhile<T>(values: AsyncIterable<T>, stands: Standing): AsyncGenerator<readonly T[]> {
  let page: T[] = [];
  for await (const value of values) {
    page.push(value);
    if (page.length < TOGETHER) continue;
    await stands();
    yield page;
    page = [];
  }
  if (page.length === 0) return;
  await stands();
  yield page;
}

/** An answer of one JSON value per line, those of a page together, written as fast as the client takes it. */
export function ndjson(pages: AsyncIterable<readonly unknown[]>): StreamableFile {
  return fileOf(async function* () {
    for await (const page of pages) yield textOf(page);
  });
}

/** How long a client that is answered already may go on sending, in milliseconds, before it is cut off. */
const LEFT_OVER = 10_000;

/**
 * The same where the pages may break, as those that follow a body do. Broken before the first, it is an ordinary problem (rejects). Later the last line is the
 * problem, and the answer ends as no whole one does: without its last chunk, so that no client takes it for one. Whoever leaves, leaves the pages, too.
 */
export async function ndjsonWhile(request: IncomingMessage, pages: AsyncIterable<readonly unknown[]>): Promise<StreamableFile> {
  const rest = pages[Symbol.asyncIterator]();
  const first = await rest.next();
  const file = fileOf(async function* () {
    try {
      for (let next = first; next.done !== true; next = await rest.next()) yield textOf(next.value);
    } catch (error) {
      yield textOf([problemOf(error).body]);
      // Hanging up on somebody who still sends would take back what they have not read yet.
      await ended(request);
      throw error;
    }
  });
  // Not in there: of an answer that nobody began to take, nothing in there is ever run.
  file.getStream().once('close', () => void leave(rest));
  return file;
}

async function leave(rest: AsyncIterator<unknown>): Promise<void> {
  // Whatever broke it was told.
  await rest.return?.().catch(() => undefined);
}

const textOf = (page: readonly unknown[]): string => page.map((value) => `${JSON.stringify(value)}\n`).join('');

const fileOf = (text: () => AsyncGenerator<string>): StreamableFile => new StreamableFile(Readable.from(text(), { objectMode: false }), { type: 'application/x-ndjson' });

async function ended(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, LEFT_OVER);
  request.once('end', resolve).once('close', resolve).resume();
  await promise;
  clearTimeout(timer);
}

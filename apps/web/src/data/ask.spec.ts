import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ask } from './ask.js';
import { Late, Offline, PATIENCE } from './in-time.js';

const KEY = 'idempotency-key';
const fetched = jest.spyOn(globalThis, 'fetch');
/** The keys that the server saw, in order. */
let keys: (string | null)[] = [];

/** What the server answers, from now on. */
const answers = (answer: () => Response): void => {
  fetched.mockImplementation(async (request) => {
    keys.push(request instanceof Request ? request.headers.get(KEY) : null);
    return answer();
  });
};
const command = (key: string, body = '{}'): Request => new Request('https://health.example/v1/consents/c/revocation', { method: 'POST', headers: { [KEY]: key }, body });

/** A body of which the beginning comes, and then this. */
const begun = (then: (controller: ReadableStreamDefaultController<Uint8Array>) => void): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"posi')),
      pull: then,
    }),
  );
const broken = (): Response => begun((controller) => controller.error(new TypeError('network error')));
/** Whatever became of asking, the whole of the answer included. */
const whole = (request: Request): Promise<unknown> => ask(request).then((answer) => answer.text(), (error: unknown) => error);

beforeEach(() => {
  keys = [];
});
afterEach(() => jest.useRealTimers());

describe('a command', () => {
  it('whose answer breaks off may have been done, and is asked for again under the same key', async () => {
    answers(broken);
    expect(await whole(command('first'))).toMatchObject({ name: 'Offline', unsure: true });
    answers(() => Response.json({ position: 'p' }));
    expect(await whole(command('second'))).toBe('{"position":"p"}');
    expect(await whole(command('third'))).toBe('{"position":"p"}');
    expect(keys).toEqual(['first', 'first', 'third']);
  });

  it('whose answer stalls ends by itself, may have been done, and is asked for again under the same key', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    const stalled = Promise.withResolvers<void>();
    answers(() => begun(() => stalled.resolve()));
    const heard = whole(command('first', '{"stalled":true}'));
    await stalled.promise;
    // Whatever is to be set is set.
    await new Promise((resolve) => setImmediate(resolve));
    jest.advanceTimersByTime(PATIENCE);
    expect(await Promise.race([heard, new Promise((resolve) => setImmediate(() => setImmediate(resolve)))])).toBeInstanceOf(Late);
    answers(() => Response.json({}));
    await whole(command('second', '{"stalled":true}'));
    expect(keys).toEqual(['first', 'first']);
  });
});

describe('an answer', () => {
  it('is whole when it is handed on, with its status and headers, also where it has no body', async () => {
    answers(() => Response.json({ code: 'window' }, { status: 422, headers: { date: 'Mon, 23 Nov 2026 08:00:00 GMT' } }));
    const refused = await ask(new Request('https://health.example/v1/me'));
    expect([refused.status, refused.headers.get('date'), await refused.json()]).toEqual([422, 'Mon, 23 Nov 2026 08:00:00 GMT', { code: 'window' }]);
    answers(() => new Response(null, { status: 204 }));
    expect((await ask(new Request('https://health.example/v1/me'))).status).toBe(204);
  });

  it('that breaks off to a question leaves nothing unsure', async () => {
    answers(broken);
    const heard = await whole(new Request('https://health.example/v1/me'));
    expect(heard).toBeInstanceOf(Offline);
    expect(heard).toMatchObject({ unsure: false });
  });
});

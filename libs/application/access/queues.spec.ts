import { describe, expect, it } from '@jest/globals';
import { Queues } from './queues.js';

/** A task that ends when it is told to. */
function task(name: string, said: string[]) {
  const { promise, resolve: finish } = Promise.withResolvers<void>();
  const run = async (): Promise<string> => {
    said.push(`${name} begins`);
    await promise;
    said.push(`${name} ends`);
    return name;
  };
  return { run, finish };
}

/** Lets everything happen that waits for nothing. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('tasks of one key', () => {
  it('run one at a time, in the order they came, also those that come while the second runs', async () => {
    const queues = new Queues();
    const said: string[] = [];
    const [one, two, three] = [task('one', said), task('two', said), task('three', said)];
    const answers = [queues.run('key', one.run), queues.run('key', two.run)];
    one.finish();
    await settled();
    answers.push(queues.run('key', three.run));
    await settled();
    expect(said).toEqual(['one begins', 'one ends', 'two begins']);
    two.finish();
    three.finish();
    expect(await Promise.all(answers)).toEqual(['one', 'two', 'three']);
    expect(said).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  });

  it('go on behind one that fails', async () => {
    const queues = new Queues();
    const failing = queues.run('key', () => Promise.reject(new TypeError('a bug')));
    const next = queues.run('key', async () => 'next');
    await expect(failing).rejects.toThrow('a bug');
    expect(await next).toBe('next');
  });

  it('leave nothing behind: a process sees very many keys', async () => {
    const queues = new Queues();
    await Promise.all(['key', 'key', 'another'].map((key) => queues.run(key, settled)));
    expect(queues).toEqual(new Queues());
  });
});

describe('tasks of different keys', () => {
  it('do not wait for each other', async () => {
    const queues = new Queues();
    const said: string[] = [];
    const slow = task('slow', said);
    const running = queues.run('key', slow.run);
    expect(await queues.run('another', async () => 'done')).toBe('done');
    slow.finish();
    expect(await running).toBe('slow');
  });
});

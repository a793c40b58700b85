import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { SweepClaims } from '../../../libs/application/guardianship/index.js';
import { background } from './background.js';
import type { Connected } from './app.module.js';

/** Sweeps that end when they are told to. */
class HeldSweeps {
  begun = 0;
  enough: AbortSignal | undefined;
  readonly goOn = Promise.withResolvers<{ readonly finished: number; readonly waiting: number }>();

  sweep(enough: AbortSignal): Promise<{ readonly finished: number; readonly waiting: number }> {
    this.begun += 1;
    this.enough = enough;
    return this.goOn.promise;
  }

  async idle(): Promise<void> {}
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('Sweeps do not pile up behind one that takes long, and it is told when the process ends', async () => {
  const sweeps = new HeldSweeps();
  const app = { get: (token: unknown) => (token === SweepClaims ? sweeps : undefined) } as Partial<NestFastifyApplication> as NestFastifyApplication;
  const store = { isGapless: () => false };
  const works = background(app, { adapters: { store } } as Partial<Connected> as Connected, undefined, pino({ enabled: false }));
  await jest.advanceTimersByTimeAsync(3_600_000);
  expect(sweeps.begun).toBe(1);
  const stopped = works.stop();
  expect(sweeps.enough?.aborted).toBe(true);
  sweeps.goOn.resolve({ finished: 0, waiting: 0 });
  await stopped;
  expect(sweeps.begun).toBe(1);
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { keepDigests } from '../../../libs/application/audit/index.js';
import { SweepClaims } from '../../../libs/application/guardianship/index.js';
import type { Connection } from '../../../libs/embedded-postgres/index.js';
import { Projector, type ProjectorNotice } from '../../projector/src/projector.js';
import type { Adapters, Connected } from './app.module.js';
import { describeError, type Log } from './edge/log.js';

/** How often what a crash left unfinished is looked for, in milliseconds. */
const SWEEP_EVERY = 5_000;

/** How long digests of the log wait after a failure, in milliseconds. */
const DIGESTS_AFTER_FAILURE = 5_000;

/** From listening until it begins, in milliseconds: who waited for the start goes first. */
const LATER = 20;

/** What can be told to end. */
interface Works {
  /** Resolves once it has. */
  stop(): Promise<void>;
}

/** What runs beside the requests: the projector, unless it is elsewhere, the sweep of decided claims, and the digests of the log. */
export function background(...parameters: Parameters<typeof begin>): Works {
  let works: Works | undefined;
  const timer = setTimeout(() => (works = begin(...parameters)), LATER);
  return {
    async stop() {
      clearTimeout(timer);
      await works?.stop();
    },
  };
}

function begin(app: NestFastifyApplication, { adapters, hint }: Connected, connection: Connection | undefined, log: Log): Works {
  const ending = new AbortController();
  const notify = (notice: ProjectorNotice): void => {
    if ('error' in notice) log.error({ projector: notice.kind, ...describeError(notice.error) }, 'projector');
    else log.info({ projector: notice.kind }, 'projector');
  };
  const projector = connection === undefined ? undefined : new Projector({ store: adapters.store, connection, hint, notify });
  projector?.start(ending.signal);
  const sweeper = app.get(SweepClaims);
  const enough = new AbortController();
  let sweeping: Promise<void> | undefined;
  // One at a time: where each takes longer than it is to the next, they would only grow in number.
  const sweep = (): void => {
    sweeping ??= sweeper
      .sweep(enough.signal)
      .then(() => undefined, (error: unknown) => log.error(describeError(error), 'sweep'))
      .finally(() => (sweeping = undefined));
  };
  sweep();
  const digesting = digest(adapters, ending.signal, log);
  const timer = setInterval(sweep, SWEEP_EVERY);
  return {
    async stop() {
      clearInterval(timer);
      enough.abort();
      await sweeping;
      await sweeper.idle();
      ending.abort();
      await projector?.stopped.catch(() => undefined);
      await digesting;
    },
  };
}

/** Never in anybody's way: a replay without digests is slow, not wrong. */
async function digest({ store, digests }: Pick<Adapters, 'store' | 'digests'>, until: AbortSignal, log: Log): Promise<void> {
  // Pages of the log are counted in positions.
  if (!store.isGapless()) return;
  while (!until.aborted) {
    await keepDigests({ store, digests }, until).catch((error: unknown) => void (until.aborted || log.error(describeError(error), 'digests')));
    if (!until.aborted) await sleep(DIGESTS_AFTER_FAILURE, undefined, { signal: until }).catch(() => undefined);
  }
}

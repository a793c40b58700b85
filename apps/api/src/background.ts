import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SweepClaims } from '../../../libs/application/guardianship/index.js';
import type { Connection } from '../../../libs/embedded-postgres/index.js';
import { Projector, type ProjectorNotice } from '../../projector/src/projector.js';
import type { Connected } from './app.module.js';
import { describeError, type Log } from './edge/log.js';

/** How often what a crash left unfinished is looked for, in milliseconds. */
const SWEEP_EVERY = 5_000;

/** From listening until it begins, in milliseconds: who waited for the start goes first. */
const LATER = 20;

/** What can be told to end. */
interface Works {
  /** Resolves once it has. */
  stop(): Promise<void>;
}

/** What runs beside the requests: the projector, unless it is elsewhere, and the sweep of decided claims. */
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
  let sweeping = Promise.resolve();
  const sweep = (): void => {
    sweeping = sweeping.then(() => sweeper.sweep()).then(
      () => undefined,
      (error: unknown) => log.error(describeError(error), 'sweep'),
    );
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY);
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
      await sweeper.idle();
      ending.abort();
      await projector?.stopped.catch(() => undefined);
    },
  };
}

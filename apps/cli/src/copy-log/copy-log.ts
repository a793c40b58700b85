import { readPlaces } from '../../../../libs/configuration/index.js';
import { withClient } from '../../../../libs/embedded-postgres/index.js';
import type { EventStore } from '../../../../libs/event-store/index.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import { openLog } from '../../../api/src/open-log.js';
import type { Screen } from '../feed/screen.js';
import { demandRestored } from '../instance/restore-mark.js';
import { logPace } from '../log-pace.js';
import { derivedTables, type Owned } from '../restore/ground.js';
import { project } from '../restore/load.js';
import { onGround } from '../restore/restore.js';
import { copyEvents } from './copy-events.js';
import { hashOfLog } from './log-hash.js';
import { placeReached } from './resume.js';

/** What `xinma copy-log` takes. */
export interface CopyLogOptions {
  readonly from: string;
  readonly to: string;
}

/**
 * Moves a log from PostgreSQL into a KurrentDB that has none, or the beginning of this one: event by event, with its ids, revisions and order. Then both are read and
 * compared, and the read models made anew from the copy. No instance may run meanwhile. Cut, it goes on when it is asked again. Rejects with what is wrong.
 */
export async function copyLog(environment: NodeJS.ProcessEnv, { from, to }: CopyLogOptions, screen: Screen): Promise<void> {
  if (from !== 'postgres' || to !== 'kurrentdb') throw new Error('a log is copied --from postgres --to kurrentdb');
  const places = readPlaces({ ...environment, EVENT_STORE: 'kurrentdb' });
  await onGround(places, async (at) => {
    await withClient(at.owner, demandRestored);
    const source = new PostgresEventStore({ connection: at.owner, deadlines: { read: 60_000 } });
    const target = await openLog({ kurrentdb: places.kurrentdb, connection: at.owner });
    try {
      await moveLog({ source, target, at, screen });
    } finally {
      await Promise.all([source.close(), target.close()]);
    }
  });
}

/** From where to where, with the owners of the databases beside. */
export interface Moving {
  readonly source: EventStore;
  readonly target: EventStore;
  readonly at: Owned;
  readonly screen: Screen;
}

/** Copies, compares, makes the read models anew. Rejects with what is wrong; asked again, it goes on. */
export const moveLog = (moving: Moving): Promise<void> => new Move(moving).run();

class Move {
  constructor(private readonly moving: Moving) {}

  async run(): Promise<void> {
    const { source, target, screen } = this.moving;
    const reached = await placeReached(source, target);
    if (reached > 0n) screen.say(`${reached} events are there already: going on behind them`);
    const copied = await copyEvents({ source, target, after: reached, show: logPace((line) => screen.progress(`copy: ${line}`)) });
    await this.verify();
    await this.readModels();
    screen.say(`${copied} events copied. The log in PostgreSQL is left as it is; nothing may be added to it any more.`);
    screen.say('Next: set EVENT_STORE=kurrentdb and KURRENTDB_URL for every process, and start.');
  }

  private async verify(): Promise<void> {
    const { source, target, screen } = this.moving;
    const here = await hashOfLog(source, logPace((line) => screen.progress(`check: ${line}`)));
    const there = await hashOfLog(target, logPace((line) => screen.progress(`check of the copy: ${line}`)));
    if (here.hash !== there.hash || here.events !== there.events) throw new Error(`the copy is not the log: ${there.events} of ${here.events} events, ${there.hash}, not ${here.hash}`);
    screen.say(`verified: ${there.events} events, sha256 over all of them ${there.hash}`);
  }

  /** Positions are others there, and what counts in them would mean something else. */
  private async readModels(): Promise<void> {
    const { target, at, screen } = this.moving;
    await withClient(at.owner, async (client) => client.query(`TRUNCATE ${(await derivedTables(client)).join(', ')}`));
    await project(target, at, screen);
    screen.say('the read models are made anew from the copy');
  }
}

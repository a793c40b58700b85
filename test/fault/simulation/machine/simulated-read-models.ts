import { type ProxyView, ReadModelsUnavailable, type SealedEvent } from '../../../../libs/application/ports/index.js';
import { type CitizenId, CitizenId as citizenId, type Instant } from '../../../../libs/kernel/index.js';
import { sealedEvent } from '../../../../libs/read-models/answers.js';
import { UnaskedReadModels } from '../../../kit/unasked-read-models.js';
import type { Life } from './life.js';
import type { Scheduler } from './scheduler.js';
import { Basis, Copy, Person, ProxyViewRow, StandingResult, type Tables } from './tables.js';
import type { Weather } from './weather.js';

/** How often the checkpoint is looked at, in milliseconds. */
const LOOK_EVERY = 20;

/** What the API's SQL functions answer, over the tables in memory: a model of `libs/read-models/migrations/view-functions.ts`. Takes its time, and may not be there. */
export class SimulatedReadModels extends UnaskedReadModels {
  constructor(
    private readonly tables: Tables,
    private readonly way: { readonly scheduler: Scheduler; readonly weather: Weather; readonly life: Life },
  ) {
    super();
    this.proxyView = (basis, viewer, now) => this.ask(() => this.view(basis, viewer, now));
    this.position = () => this.ask(() => this.tables.position);
    this.reached = (position, milliseconds) => this.wait(position, milliseconds);
    this.heldConsents = (viewer, now) => this.ask(() => this.held(viewer, now));
    this.haveTie = (one, other, since) => this.ask(() => this.tied(one, other, since));
  }

  private view(basis: ProxyView['basis'], viewer: CitizenId, now: Instant): ProxyView | undefined {
    const row = this.tables.row(ProxyViewRow, basis);
    if (row === undefined || row.viewer !== viewer || row.validFrom.getTime() > now || now >= row.validUntil.getTime()) return undefined;
    const enrolled = this.copy(this.tables.row(Person, row.subject)?.enrolled);
    if (enrolled === undefined) return undefined;
    const standing = this.tables.rows(StandingResult).filter(({ subject }) => subject === row.subject);
    return { basis, subject: citizenId(row.subject), enrolled, requested: this.copy(row.requested) ?? null, results: standing.flatMap(({ position }) => this.copy(position) ?? []) };
  }

  private copy(position: string | null | undefined): SealedEvent | undefined {
    const row = typeof position === 'string' ? this.tables.row(Copy, position) : undefined;
    return row === undefined ? undefined : sealedEvent(row);
  }

  private held(viewer: CitizenId, now: Instant): number {
    return this.tables.rows(Basis).filter((row) => row.viewer === viewer && row.kind === 'consent' && row.validUntil.getTime() > now && isOpen(row, now)).length;
  }

  private tied(one: CitizenId, other: CitizenId, since: Instant): boolean {
    return this.tables.rows(Basis).some(({ viewer, subject, state, changedAt, validUntil }) => {
      const last = state === 'ended' || state === 'declined' ? changedAt : validUntil;
      const isTheirs = (viewer === one && subject === other) || (viewer === other && subject === one);
      return isTheirs && last.getTime() >= since;
    });
  }

  private async wait(position: bigint, milliseconds: number): Promise<boolean> {
    const { scheduler } = this.way;
    for (const until = scheduler.now + milliseconds; ; ) {
      if ((await this.ask(() => this.tables.position)) >= position) return true;
      if (scheduler.now >= until) return false;
      await scheduler.sleep(LOOK_EVERY);
    }
  }

  private ask<T>(look: () => T): Promise<T> {
    const { scheduler, weather, life } = this.way;
    return new Promise((resolve, reject) => {
      scheduler.after(weather.hop() + life.heldBack, () => {
        const isDown = weather.rowsDown || weather.readFails();
        const found = isDown ? undefined : { value: look() };
        scheduler.after(weather.hop(), () => life.deliver(() => (found === undefined ? reject(new ReadModelsUnavailable()) : resolve(found.value))));
      });
    });
  }
}

/** Unopened requests count until their code dies, opened ones until the end they ask for. */
const isOpen = ({ state, codeUntil }: Basis, now: Instant): boolean => state === 'live' || state === 'opened' || (state === 'requested' && codeUntil !== null && codeUntil.getTime() > now);

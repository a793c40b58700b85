import { Injectable } from '@nestjs/common';
import type { CitizenId } from '../../kernel/index.js';
import { LogEnd } from '../log-end.js';
import { Clock, ReadModels } from '../ports/index.js';

/** How many live consents and open requests somebody holds, by read models that were found in time. */
@Injectable()
export class HeldConsents {
  constructor(
    private readonly readModels: ReadModels,
    private readonly clock: Clock,
    private readonly logEnd: LogEnd,
  ) {}

  /** Undefined where read models are behind (`read-models-behind`): they have heard of no request since, and somebody could hold any number. */
  async by(viewer: CitizenId): Promise<number | undefined> {
    return (await this.logEnd.passedBy(this.readModels)) ? this.readModels.heldConsents(viewer, this.clock.now()) : undefined;
  }
}

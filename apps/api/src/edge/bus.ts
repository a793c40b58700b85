import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Outcome } from '../../../../libs/application/outcome.js';
import { Problem } from './problem.js';

/** Where rooms hand over: a done outcome comes back as its value, a refused one leaves as a problem. */
@Injectable()
export class Bus {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async command<T = unknown>(command: object): Promise<T> {
    return settled(await this.commands.execute<object, Outcome<T>>(command));
  }

  async query<T = unknown>(query: object): Promise<T> {
    return settled(await this.queries.execute<object, Outcome<T>>(query));
  }
}

function settled<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'done') return outcome.value;
  const field = outcome.field === undefined ? {} : { field: outcome.field };
  throw new Problem(outcome.code, { members: { ...field, ...outcome.details } });
}

import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { numberEnd, phoneEnds, surname } from '../../domain/citizen/index.js';
import type { CitizenId } from '../../kernel/index.js';
import { refused } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import { People } from './people.js';

/** What somebody sees of themselves: enough to know that it is them, too little to be worth stealing. */
export class Me {
  constructor(readonly citizen: CitizenId) {}
}

/** `phoneEnds`: the first three and the last three digits; null without a phone. */
export interface SelfView {
  readonly surname: string;
  readonly numberEnd: string;
  readonly phoneEnds: string | null;
}

@QueryHandler(Me)
export class MeHandler implements IQueryHandler<Me, Outcome<SelfView>> {
  constructor(private readonly people: People) {}

  async execute({ citizen }: Me): Promise<Outcome<SelfView>> {
    const person = await this.people.personOf(citizen);
    if (person === undefined) return refused('not-enrolled');
    const { name, document, phone } = person;
    return done({ surname: surname(name), numberEnd: numberEnd(document.number), phoneEnds: phone === null ? null : phoneEnds(phone) });
  }
}

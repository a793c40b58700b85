import { Injectable } from '@nestjs/common';
import type { PersonName } from '../../domain/person.js';
import type { CitizenId } from '../../kernel/index.js';
import { People } from '../people/people.js';
import { OPEN_AT_MOST, Remembered } from '../remembered.js';

const REMEMBERED = 50_000;

/** Under which verified name a viewer stands in other people's logs. Remembered for a while: it is looked up for each view and does not change. */
@Injectable()
export class VerifiedNames {
  private readonly names = new Remembered<CitizenId, PersonName>(REMEMBERED, OPEN_AT_MOST);

  constructor(private readonly people: People) {}

  /** Undefined where nobody of that id is enrolled or their name cannot be opened. */
  async of(citizen: CitizenId): Promise<PersonName | undefined> {
    const known = this.names.get(citizen);
    if (known !== undefined) return known;
    const person = await this.people.personOf(citizen);
    if (person !== undefined) this.names.put(citizen, person.name);
    return person?.name;
  }
}

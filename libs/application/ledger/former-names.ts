import type { InstitutionId, InstitutionName } from '../../kernel/index.js';
import type { Names } from '../names.js';

/** What older events call institutions, and the ids in their place. A few are named again and again: each is hashed once. */
export class FormerNames {
  private readonly ids = new Map<InstitutionName, InstitutionId>();
  private readonly names = new Map<InstitutionId, InstitutionName>();

  constructor(private readonly keyed: Names) {}

  readonly idOf = (name: InstitutionName): InstitutionId => {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.keyed.institution(name);
    this.ids.set(name, id);
    this.names.set(id, name);
    return id;
  };

  /** The way back, for those that were met. */
  nameOf(id: InstitutionId): InstitutionName | undefined {
    return this.names.get(id);
  }
}

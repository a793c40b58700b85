import { answered, api } from '../data/api.js';
import type { Done, Purpose, Scope } from '../data/types.js';

/** What is looked at, and why. */
export interface Looking {
  readonly scope: Scope;
  readonly purpose: Purpose;
}

/** What was shown, and when: by the server's clock, where it says so. */
export interface Seen {
  readonly view: Done<'/v1/bases/{basis}/views'>;
  readonly scope: Scope;
  readonly at: string;
}

/** Looks, once: it is in the other one's log before it is here. */
export async function view(basis: string, looking: Looking): Promise<Seen> {
  const asked = await api.POST('/v1/bases/{basis}/views', { params: { path: { basis } }, body: looking });
  const found = await answered(Promise.resolve(asked));
  const said = Date.parse(asked.response.headers.get('date') ?? '');
  return { view: found, scope: looking.scope, at: new Date(Number.isNaN(said) ? Date.now() : said).toISOString() };
}

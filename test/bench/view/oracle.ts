import type { City } from '../city/city.js';
import { type Basis, basis, inhabitant } from '../city/people.js';

/** What a view answers. */
export interface ViewAnswer {
  readonly disclosure?: string;
  readonly label?: string | null;
  readonly surname?: string;
  readonly status?: string;
  readonly results?: readonly { readonly result: string; readonly collectedAt: string }[];
}

/** The `index`-th basis of the city. */
export const basisOf = (city: City, index: number): Basis => basis(index, city.size, city.now);

/** How a basis is asked for: within what it grants, by whom it names or, if it is foreign, by somebody else. */
export const askFor = (city: City, index: number): { readonly path: string; readonly token: string; readonly body: string } => {
  const { consent, asker, scope } = basisOf(city, index);
  return { path: `/v1/bases/${consent}/views`, token: city.tokens[asker] ?? '', body: JSON.stringify({ scope, purpose: 'FAMRQT' }) };
};

/** Whether an answer is the one that the city's facts give: a live basis shows its subject, any other is a 404. */
export function isRight(city: City, index: number, status: number, answer: ViewAnswer): boolean {
  const { kind, label, subject } = basisOf(city, index);
  if (kind !== 'live') return status === 404 && answer.disclosure === undefined;
  const named = answer.label === label && answer.surname === inhabitant(subject, city.now).surname;
  return status === 200 && answer.disclosure !== undefined && named && showsResult(city, index, answer);
}

function showsResult(city: City, index: number, { results }: ViewAnswer): boolean {
  const { scope, subject } = basisOf(city, index);
  const { result, collectedAt } = inhabitant(subject, city.now);
  return scope === 'status' ? results === undefined : results?.[0]?.result === result && results[0].collectedAt === new Date(collectedAt).toISOString();
}

import fc from 'fast-check';
import type { Act, NaiveModel, Scope } from './naive-model.js';
import { ADULTS } from './players.js';

/** An act before it is known who plays it: mostly the one of the two parties for whom it makes sense, sometimes anybody. */
interface Idea {
  readonly what: 'open' | 'grant' | 'view' | 'revoke' | 'relinquish' | 'decline';
  readonly who: 'party' | (typeof ADULTS)[number];
  readonly which: number;
  readonly scope: Scope | 'as asked';
  readonly purpose: string;
}

/** What a history is made of. */
export type Step = { readonly act: Act } | { readonly idea: Idea };

const adult = fc.constantFrom(...ADULTS);
const anyScope = fc.constantFrom<Scope>('status', 'results');
const purpose = fc.constantFrom('FAMRQT', 'SUPNWK');
const who = fc.oneof({ weight: 5, arbitrary: fc.constant('party' as const) }, { weight: 1, arbitrary: adult });
const asAsked = fc.oneof({ weight: 2, arbitrary: fc.constant('as asked' as const) }, { weight: 1, arbitrary: anyScope });
const what = fc.constantFrom<Idea['what']>('open', 'open', 'open', 'grant', 'grant', 'grant', 'view', 'view', 'view', 'view', 'view', 'revoke', 'relinquish', 'decline');
const idea = fc.record({ what, who, which: fc.nat({ max: 2 }), scope: asAsked, purpose: fc.oneof({ weight: 3, arbitrary: fc.constant('as asked') }, { weight: 2, arbitrary: purpose }) });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), by: adult, scope: anyScope, purpose, minutes: fc.constantFrom(20, 90, 1_440) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('view-child' as const), by: adult, scope: anyScope, purpose }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('suspend' as const, 'reinstate' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 10, 25, 60) }) },
);

/**
 * Histories in which consents come to life, are looked under, and end. A person may hold ten consents and open requests; the model does not count, so asking is
 * rare enough.
 */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.record({ do: fc.constant('ask' as const), by: adult, scope: anyScope, purpose, minutes: fc.constantFrom(20, 90, 1_440) }),
    fc.array(fc.oneof({ weight: 1, arbitrary: act.map((each) => ({ act: each })) }, { weight: 3, arbitrary: idea.map((each) => ({ idea: each })) }), { minLength: 20, maxLength: 45 }),
  )
  .map(([first, rest]) => [{ act: first }, ...rest]);

/** Casts an idea: the newest consents are the ones of interest. */
export function cast(step: Step, model: NaiveModel): Act {
  if ('act' in step) return step.act;
  const { what: doing, who: whom, which, ...wanted } = step.idea;
  const consent = Math.max(0, model.consents.length - 1 - which);
  const asked = model.consents[consent] ?? { scope: 'status' as const, purpose: 'FAMRQT', viewer: ADULTS[0] };
  const by = whom === 'party' ? partyOf(doing, asked) : whom;
  const scope = wanted.scope === 'as asked' ? asked.scope : wanted.scope;
  if (doing === 'view') return { do: 'view', by, consent, scope, purpose: wanted.purpose === 'as asked' ? asked.purpose : wanted.purpose };
  return doing === 'grant' ? { do: 'grant', by, consent, scope } : { do: doing, by, consent };
}

/** For whom it makes sense: the viewer views and relinquishes, the subject does the rest. */
function partyOf(doing: Idea['what'], { viewer, subject }: { readonly viewer: string; readonly subject?: string }): string {
  if (doing === 'view' || doing === 'relinquish') return viewer;
  return subject ?? ADULTS.find((name) => name !== viewer) ?? viewer;
}

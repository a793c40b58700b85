import type { Scope } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { Choice } from '../parts/choice.js';
import type { FormField } from '../parts/form.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { Asked } from './asked.js';
import type { Lengths } from './lengths.js';
import { openWords } from './open-words.js';

interface WhatProps {
  readonly asked: Asked;
  readonly field: FormField;
}

/** What is given, the least first: never more than was asked for. */
export function WhatChoice({ asked, field }: WhatProps) {
  const say = useWords(openWords);
  const scopes: readonly Scope[] = asked.scope === 'results' ? ['status', 'results'] : ['status'];
  const options = scopes.map((scope) => ({ value: scope, text: say(scope === 'results' ? 'alsoResults' : 'statusOnly'), hint: say(scope === 'results' ? 'alsoResultsHint' : 'statusOnlyHint') }));
  return <Choice title={say('decideWhat')} options={options} field={field} />;
}

interface UntilProps {
  readonly lengths: Lengths;
  readonly field: FormField;
}

/** Until when, the shortest first: never longer than was asked for. */
export function UntilChoice({ lengths, field }: UntilProps) {
  const say = useWords(openWords);
  const language = useLanguage();
  const options = lengths.map(({ length, until }) => ({ value: until, text: say(length, { at: inShanghai(language, 'both', until) }) }));
  return <Choice title={say('decideUntil')} options={options} field={field} />;
}

import { useState } from 'react';
import type { Scope } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { Choice } from '../parts/choice.js';
import type { FormField } from '../parts/form.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { Asked } from './asked.js';
import { shorterThan } from './lengths.js';
import { openWords } from './open-words.js';

interface ChoiceProps {
  readonly asked: Asked;
  readonly field: FormField;
}

/** What is given: never more than was asked for. */
export function WhatChoice({ asked, field }: ChoiceProps) {
  const say = useWords(openWords);
  const scopes: readonly Scope[] = asked.scope === 'results' ? ['results', 'status'] : ['status'];
  const options = scopes.map((scope) => ({ value: scope, text: say(scope === 'results' ? 'alsoResults' : 'statusOnly'), hint: say(scope === 'results' ? 'alsoResultsHint' : 'statusOnlyHint') }));
  return <Choice title={say('decideWhat')} options={options} field={field} />;
}

/** Until when: never longer than was asked for. */
export function UntilChoice({ asked, field }: ChoiceProps) {
  const say = useWords(openWords);
  const language = useLanguage();
  // As it was when the question was put: while somebody thinks, the choices stay.
  const [now] = useState(Date.now);
  const choices = [['asAsked', Date.parse(asked.until)] as const, ...shorterThan(Date.parse(asked.until), now)];
  const options = choices.map(([length, until]) => ({ value: new Date(until).toISOString(), text: say(length, { at: inShanghai(language, 'both', until) }) }));
  return <Choice title={say('decideUntil')} options={options} field={field} />;
}

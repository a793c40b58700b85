import { useState } from 'react';
import type { Scope } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { Asked, Given } from './asked.js';
import { shorterThan } from './lengths.js';
import { openWords } from './open-words.js';

interface ChoiceProps {
  readonly asked: Asked;
  readonly given: Given;
  readonly onGive: (given: Given) => void;
}

/** What is given: never more than was asked for. */
export function WhatChoice({ asked, given, onGive }: ChoiceProps) {
  const say = useWords(openWords);
  const scopes: readonly Scope[] = asked.scope === 'results' ? ['results', 'status'] : ['status'];
  return (
    <fieldset>
      <legend>{say('decideWhat')}</legend>
      {scopes.map((scope) => (
        <label key={scope} className="choice">
          <input type="radio" name="scope" checked={given.scope === scope} onChange={() => onGive({ ...given, scope })} />
          <span>
            {say(scope === 'results' ? 'alsoResults' : 'statusOnly')}
            <small className="hint">{say(scope === 'results' ? 'alsoResultsHint' : 'statusOnlyHint')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Until when: never longer than was asked for. */
export function UntilChoice({ asked, given, onGive }: ChoiceProps) {
  const say = useWords(openWords);
  const language = useLanguage();
  // As it was when the question was put: while somebody thinks, the choices stay.
  const [now] = useState(Date.now);
  const choices = [['asAsked', Date.parse(asked.until)] as const, ...shorterThan(Date.parse(asked.until), now)];
  return (
    <fieldset>
      <legend>{say('decideUntil')}</legend>
      {choices.map(([length, until]) => (
        <label key={length} className="choice">
          <input type="radio" name="until" checked={Date.parse(given.until) === until} onChange={() => onGive({ ...given, until: new Date(until).toISOString() })} />
          <span>{say(length, { at: inShanghai(language, 'both', until) })}</span>
        </label>
      ))}
    </fieldset>
  );
}

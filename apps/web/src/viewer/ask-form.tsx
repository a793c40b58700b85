import { useState } from 'react';
import { inShanghai } from '../data/time.js';
import type { Purpose, Scope } from '../data/types.js';
import { Choice } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { type Form, useForm } from '../parts/form.js';
import { Steps } from '../parts/steps.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { askWords } from './ask-words.js';
import { LABEL_LENGTH, ownWord } from './own-word.js';

/** What is asked for. */
export interface Wish {
  readonly label: string;
  readonly scope: Scope;
  readonly purpose: Purpose;
  /** RFC 3339. */
  readonly until: string;
}

type Names = 'label' | 'scope' | 'purpose' | 'length';

const DAY = 86_400_000;

/** How long, in days; the longest of each scope is the rules' own. */
const LENGTHS = { day: 1, week: 7, month: 30, half: 180 } as const;
type Length = keyof typeof LENGTHS;
const OF: Readonly<Record<Scope, readonly Length[]>> = { status: ['day', 'week', 'month', 'half'], results: ['day', 'week', 'month'] };

/** Clocks of devices are not the server's: the longest is asked for a little short. */
const SLACK = 600_000;

const scopeOf = (value: string): Scope => (value === 'results' ? 'results' : 'status');
const lengthOf = (value: string, scope: Scope): Length => OF[scope].find((length) => length === value) ?? 'week';

interface AskFormProps {
  readonly busy: boolean;
  readonly onAsk: (wish: Wish) => void;
}

/** Whom, what, why, until when. */
export function AskForm({ busy, onAsk }: AskFormProps) {
  const say = useWords(askWords);
  // As it was when the questions were put: while somebody thinks, the choices stay.
  const [now] = useState(Date.now);
  const untilOf = (length: Length): number => now + LENGTHS[length] * DAY - SLACK;
  const form = useForm<Names>({ label: '', scope: 'status', purpose: 'FAMRQT', length: 'week' }, ({ label }) => (ownWord(label) === '' ? { label: say('labelEmpty') } : {}));
  const done = (): void => {
    const { label, scope, purpose, length } = form.values;
    const asked = scopeOf(scope);
    onAsk({ label: ownWord(label), scope: asked, purpose: purpose === 'SUPNWK' ? 'SUPNWK' : 'FAMRQT', until: new Date(untilOf(lengthOf(length, asked))).toISOString() });
  };
  const steps = [
    { names: ['label'], content: <Field field={form.field('label')} label={say('label')} hint={say('labelHint')} most={LABEL_LENGTH} /> },
    { names: ['scope'], content: <What form={form} /> },
    { names: ['purpose'], content: <Why form={form} /> },
    { names: ['length'], content: <UntilWhen form={form} untilOf={untilOf} /> },
  ] as const;
  return <Steps form={form} steps={steps} act={say('act')} busy={busy} onDone={done} />;
}

interface PartProps {
  readonly form: Form<Names>;
}

function What({ form }: PartProps) {
  const say = useWords(askWords);
  const options = [
    { value: 'status', text: say('status'), hint: say('statusHint') },
    { value: 'results', text: say('results'), hint: say('resultsHint') },
  ];
  return <Choice title={say('what')} options={options} field={form.field('scope')} />;
}

function Why({ form }: PartProps) {
  const say = useWords(askWords);
  const options = [
    { value: 'FAMRQT', text: say('family') },
    { value: 'SUPNWK', text: say('carer') },
  ];
  return <Choice title={say('why')} options={options} field={form.field('purpose')} />;
}

function UntilWhen({ form, untilOf }: PartProps & { readonly untilOf: (length: Length) => number }) {
  const say = useWords(askWords);
  const language = useLanguage();
  const scope = scopeOf(form.values.scope);
  const options = OF[scope].map((length) => ({ value: length, text: say(length, { at: inShanghai(language, 'both', untilOf(length)) }) }));
  return <Choice title={say('until')} options={options} field={form.field('length')} otherwise={lengthOf(form.values.length, scope)} />;
}

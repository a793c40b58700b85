import { type ReactNode, useState } from 'react';
import { useElder } from '../data/preferences.js';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';
import type { Form } from './form.js';
import { Place } from './place.js';

/** Questions that belong together, and the fields that answer them. */
export interface Step<N extends string> {
  readonly names: readonly N[];
  readonly content: ReactNode;
}

interface StepsProps<N extends string> {
  readonly form: Form<N>;
  readonly steps: readonly Step<N>[];
  /** The button that ends it. */
  readonly act: string;
  readonly busy: boolean;
  readonly onDone: () => void;
}

/** A form: all of it at once, or in elder mode one step a page. */
export function Steps<N extends string>({ form, steps, act, busy, onDone }: StepsProps<N>) {
  const elder = useElder();
  const [at, setAt] = useState(0);
  const shown = elder ? steps.slice(at, at + 1) : steps;
  const isLast = !elder || at >= steps.length - 1;
  const go = async (): Promise<void> => {
    const wrong = isLast ? await form.submit(onDone) : await form.submit(() => setAt(at + 1), shown.flatMap(({ names }) => names));
    // What is wrong with another step is mended there.
    if (elder && wrong !== undefined) setAt(steps.findIndex(({ names }) => names.some((name) => name === wrong)));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {elder && steps.length > 1 ? <Place at={at} of={steps.length} /> : null}
      {shown.map(({ names, content }) => (
        <div key={names.join()}>{content}</div>
      ))}
      <Ways act={isLast ? act : undefined} busy={busy} onBack={elder && at > 0 ? () => setAt(at - 1) : undefined} />
    </form>
  );
}

interface WaysProps {
  /** What ends it; absent where another step comes. */
  readonly act: string | undefined;
  readonly busy: boolean;
  readonly onBack: (() => void) | undefined;
}

function Ways({ act, busy, onBack }: WaysProps) {
  const say = useWords(shellWords);
  return (
    <div className="actions">
      <button className="main" disabled={busy}>
        {act ?? say('next')}
      </button>
      {onBack === undefined ? null : (
        <button type="button" onClick={onBack}>
          {say('stepBack')}
        </button>
      )}
    </div>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { codeOf } from '../data/api.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Steps } from '../parts/steps.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import type { Asked, Ended, Given } from './asked.js';
import { openWords } from './open-words.js';
import { UntilChoice, WhatChoice } from './choices.js';
import { lengthsOf } from './lengths.js';
import { citizenWords } from './words.js';
import { decline, grant } from './writes.js';

interface DecideProps {
  readonly asked: Asked;
  readonly onEnd: (ended: Ended) => void;
}

/** Who asks for what, in plain words, and the choice: that, less, or nothing. The least is picked already: whoever presses on gives no more than they chose to. */
export function Decide({ asked, onEnd }: DecideProps) {
  const say = useWords(openWords);
  const terms = useTerms();
  const who = terms.name(asked.viewer);
  // As it was when the question was put: while somebody thinks, the choices stay.
  const [lengths] = useState(() => lengthsOf(Date.parse(asked.until), Date.now() + asked.ahead));
  const form = useForm({ scope: 'status', until: lengths[0].until }, () => ({}));
  const yes = useMutation({ mutationFn: (given: Given) => grant(asked, given), onSuccess: (granted) => onEnd({ kind: 'granted', asked, granted }) });
  const no = useMutation({ mutationFn: () => decline(asked.consent), onSuccess: () => onEnd({ kind: 'refused', asked }) });
  const given = (): Given => ({ scope: form.values.scope === 'results' ? 'results' : 'status', until: form.values.until });
  const steps = [
    { names: ['scope'] as const, content: <WhatChoice asked={asked} field={form.field('scope')} /> },
    { names: ['until'] as const, content: <UntilChoice lengths={lengths} field={form.field('until')} /> },
  ];
  const busy = yes.isPending || no.isPending;
  // What went wrong with the one answer says nothing of the other.
  const act = (answer: () => void): void => {
    yes.reset();
    no.reset();
    answer();
  };
  return (
    <Page key="decide" title={say('decideTitle')} heading={say('decide', { who })}>
      <p>{say('decideText')}</p>
      <p className="purpose">{say('decideWhy', { purpose: terms.purpose(asked.purpose) })}</p>
      <Steps form={form} steps={steps} act={say('grant')} busy={busy} onDone={() => act(() => yes.mutate(given()))} />
      <Failure error={yes.error ?? no.error} />
      <div className="actions">
        <button disabled={busy} onClick={() => act(() => no.mutate())}>
          {say('refuse')}
        </button>
      </div>
    </Page>
  );
}

/** Why nothing was decided. A decision whose answer was lost may stand: where the request is gone, the list says. */
function Failure({ error }: { readonly error: unknown }) {
  const say = useWords(openWords);
  const home = useWords(citizenWords);
  const code = codeOf(error);
  if (error === null) return null;
  if (code === 'under-age') return <Notice tone="stop" title={say('underAge')} text={say('underAgeText')} urgent />;
  if (code === 'window') return <Notice tone="care" title={say('window')} text={say('windowText')} urgent />;
  if (code === 'consent-not-open' || code === 'not-found')
    return (
      <Notice tone="care" title={say('gone')} text={say('goneText')} urgent>
        <Link className="button main" to="/citizen/may-look">
          {home('mayLook')}
        </Link>
      </Notice>
    );
  return <Trouble error={error} />;
}

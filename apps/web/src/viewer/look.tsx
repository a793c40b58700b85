import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../parts/page.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { Strongly } from '../states/strongly.js';
import { useWords } from '../words/words.js';
import { LookChoice } from './look-choice.js';
import { NoLook } from './no-look.js';
import type { Overlooked } from './reads.js';
import { Shown } from './shown.js';
import { useCalled } from './use-called.js';
import { type Looking, type Seen, view } from './view.js';
import { viewerWords } from './words.js';

interface LookProps {
  readonly one: Overlooked;
  readonly onLeave: () => void;
}

type Step = { readonly at: 'choose' | 'hidden' } | { readonly at: 'shown'; readonly seen: Seen };

/** One look: what for, then what is there, then nothing again. What was seen is kept by nobody but this page, and no longer than it is shown. */
export function Look({ one, onLeave }: LookProps) {
  const say = useWords(viewerWords);
  const who = useCalled()(one);
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const look = useMutation({ gcTime: 0, mutationFn: (looking: Looking) => view(one.basis, looking), onSuccess: (seen) => setStep({ at: 'shown', seen }) });
  const hide = (): void => {
    setStep({ at: 'hidden' });
    look.reset();
  };
  useLeaving(onLeave);
  return (
    <Page title={say('looking')} back="/viewer">
      <p className="called">
        <bdi>{who}</bdi>
      </p>
      <Strongly>
        {look.isPending ? <Loading /> : null}
        {look.error === null ? null : <NoLook error={look.error} onRetry={() => look.variables === undefined ? undefined : look.mutate(look.variables)} />}
        {step.at === 'shown' ? <Shown seen={step.seen} who={who} onHide={hide} /> : null}
        {step.at === 'hidden' ? <Hidden onAgain={() => setStep({ at: 'choose' })} /> : null}
        {step.at === 'choose' && look.isIdle ? <LookChoice one={one} onLook={(looking) => look.mutate(looking)} /> : null}
      </Strongly>
    </Page>
  );
}

function Hidden({ onAgain }: { readonly onAgain: () => void }) {
  const say = useWords(viewerWords);
  return (
    <Notice title={say('hidden')} text={say('hiddenText')} urgent>
      <button className="main" onClick={onAgain}>
        {say('lookAgain')}
      </button>
      <Link className="button" to="/viewer">
        {say('backToList')}
      </Link>
    </Notice>
  );
}

/** Whoever goes elsewhere and comes back has to choose again. */
function useLeaving(onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => () => leave(), []);
}

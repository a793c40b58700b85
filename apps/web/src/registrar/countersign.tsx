import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { inShanghai } from '../data/time.js';
import { Pairs } from '../parts/pairs.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { ClaimAct } from './claim-act.js';
import { claimWords } from './claim-words.js';
import type { Handled, Paper } from './paper.js';

interface CountersignProps {
  readonly paper: Paper;
  readonly onHandled: (handled: Handled) => void;
  readonly onNext: () => void;
}

/** What another office proposes, and one question before it counts. */
export function Countersign({ paper: { claim, proposal }, onHandled, onNext }: CountersignProps) {
  const say = useWords(claimWords);
  const sign = useMutation({ mutationFn: () => answered(api.POST('/v1/registry/claims/{id}/countersignature', { params: { path: { id: claim } } })), onSuccess: () => onHandled('countersigned') });
  return (
    <>
      {proposal === null ? null : <Proposal proposal={proposal} />}
      <ClaimAct texts={{ act: say('countersign'), title: say('countersignTitle'), text: say('countersignText'), sure: say('countersignSure') }} tone="main" sent={sign} onSure={() => sign.mutate()} onNext={onNext} />
    </>
  );
}

function Proposal({ proposal: { scope, reviewAt, until } }: { readonly proposal: NonNullable<Paper['proposal']> }) {
  const say = useWords(claimWords);
  const terms = useTerms();
  const language = useLanguage();
  return (
    <>
      <h3>{say('proposed')}</h3>
      <Pairs
        facts={[
          [say('what'), terms.scope(scope), 'sentence'],
          [say('review'), inShanghai(language, 'day', reviewAt)],
          [say('untilOrder'), until === null ? say('noOrderEnd') : inShanghai(language, 'day', until)],
        ]}
      />
    </>
  );
}

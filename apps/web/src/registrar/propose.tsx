import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../../../../libs/client/schema.js';
import { answered, api } from '../data/api.js';
import { Choice } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { type Form, useForm } from '../parts/form.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { ClaimTrouble } from './claim-trouble.js';
import { claimWords } from './claim-words.js';
import { beginningOf, type Handled, type Paper, USUAL, yearsFrom } from './paper.js';
import { Steps } from '../parts/steps.js';

interface ProposeProps {
  readonly paper: Paper;
  readonly onHandled: (handled: Handled) => void;
  readonly onNext: () => void;
}

type Name = 'scope' | 'review' | 'reviewDate' | 'until';
const YEARS: Readonly<Record<string, number>> = { oneYear: 1, threeYears: 3, fiveYears: 5 };

/** The first registrar says what the paper gives, until when. */
export function Propose({ paper: { claim, claimed }, onHandled, onNext }: ProposeProps) {
  const say = useWords(claimWords);
  const [now] = useState(Date.now);
  const form = useForm<Name>({ scope: USUAL[claimed.ground], review: 'oneYear', reviewDate: '', until: '' }, ({ review, reviewDate }) => (review === 'ownDate' && reviewDate === '' ? { reviewDate: say('dateNeeded') } : {}));
  const propose = useMutation({
    mutationFn: (body: components['schemas']['ProposalBody']) => answered(api.POST('/v1/registry/claims/{id}/proposal', { params: { path: { id: claim } }, body })),
    onSuccess: () => onHandled('proposed'),
  });
  const body = (): components['schemas']['ProposalBody'] => {
    const { scope, review, reviewDate, until } = form.values;
    const years = YEARS[review];
    return {
      scope: scope === 'results' ? 'results' : 'status',
      reviewAt: beginningOf(years === undefined ? reviewDate : yearsFrom(now, years)),
      ...(until === '' ? {} : { until: beginningOf(until) }),
    };
  };
  const steps = [
    { names: ['scope'] as const, content: <ScopePart form={form} /> },
    { names: ['review', 'reviewDate', 'until'] as const, content: <DatesPart form={form} /> },
  ];
  return (
    <>
      <Steps form={form} steps={steps} act={say('propose')} busy={propose.isPending} onDone={() => propose.mutate(body())} />
      {propose.error === null ? null : <ClaimTrouble error={propose.error} onNext={onNext} />}
    </>
  );
}

function ScopePart({ form: { field } }: { readonly form: Form<Name> }) {
  const say = useWords(claimWords);
  const terms = useTerms();
  const scopes = (['results', 'status'] as const).map((value) => ({ value, text: terms.scope(value) }));
  return <Choice title={say('what')} options={scopes} field={field('scope')} />;
}

function DatesPart({ form: { values, field } }: { readonly form: Form<Name> }) {
  const say = useWords(claimWords);
  const reviews = (['oneYear', 'threeYears', 'fiveYears', 'ownDate'] as const).map((value) => ({ value, text: say(value) }));
  return (
    <>
      <Choice title={say('review')} options={reviews} field={field('review')} />
      {values.review === 'ownDate' ? <Field field={field('reviewDate')} label={say('reviewDate')} type="date" /> : null}
      <Field field={field('until')} label={say('untilDate')} type="date" />
    </>
  );
}

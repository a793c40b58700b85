import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { NOBODY, type Person, personFaults, personOf } from '../parts/person.js';
import { personSteps } from '../parts/person-steps.js';
import { personWords } from '../parts/person-words.js';
import { Steps } from '../parts/steps.js';
import { Answered } from '../states/answered.js';
import { Strongly } from '../states/strongly.js';
import { UnfitPerson } from '../states/unfit-person.js';
import { useWords } from '../words/words.js';
import { Outcome } from './outcome.js';
import { registrarWords } from './words.js';

/** Where people sign in: for nearly everybody, the same as here. It is read once: a read that fails later would take the form with all that was typed. */
export const signInPlace = queryOptions({ queryKey: ['sign-in'], staleTime: Infinity, queryFn: ({ signal }) => answered(api.GET('/v1/sign-in', { signal })) });

/** An account for somebody who was enrolled without one. What came of it, their own page shows, and nobody else's. */
export function Account() {
  const say = useWords(registrarWords);
  const place = useQuery(signInPlace);
  const link = useMutation({ mutationFn: (body: Person & { readonly issuer: string; readonly subject: string }) => answered(api.POST('/v1/registry/account-links', { body })) });
  if (link.isSuccess) return <Outcome title={say('accountDone')} text={say('accountDoneText')} onNext={link.reset} />;
  return (
    <Page key="form" title={say('account')} back="/registrar">
      <Strongly>
        <p>{say('accountIntro')}</p>
        <Answered query={place}>{({ issuer }) => <Form issuer={issuer} busy={link.isPending} onDone={link.mutate} />}</Answered>
        {link.error === null ? null : <UnfitPerson error={link.error} />}
      </Strongly>
    </Page>
  );
}

interface FormProps {
  readonly issuer: string;
  readonly busy: boolean;
  readonly onDone: (body: Person & { readonly issuer: string; readonly subject: string }) => void;
}

function Form({ issuer, busy, onDone }: FormProps) {
  const say = useWords(registrarWords);
  const sayPerson = useWords(personWords);
  const form = useForm({ ...NOBODY, issuer, subject: '' }, (typed) => ({
    ...personFaults(typed, sayPerson),
    ...(typed.subject.trim() === '' ? { subject: say('fillIn') } : {}),
    ...(typed.issuer.trim() === '' ? { issuer: say('fillIn') } : {}),
  }));
  const account = {
    names: ['subject', 'issuer'] as const,
    content: (
      <>
        <Field field={form.field('subject')} label={say('subject')} hint={say('subjectHint')} most={255} plain />
        <Field field={form.field('issuer')} label={say('issuer')} hint={say('issuerHint')} most={300} plain />
      </>
    ),
  };
  const body = () => ({ ...personOf(form.values), issuer: form.values.issuer.trim(), subject: form.values.subject.trim() });
  return <Steps form={form} steps={[...personSteps(form), account]} act={say('accountAct')} busy={busy} onDone={() => onDone(body())} />;
}

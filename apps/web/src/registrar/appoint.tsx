import { useMutation, useQuery } from '@tanstack/react-query';
import type { components } from '../../../../libs/client/schema.js';
import { answered, api } from '../data/api.js';
import { inShanghai } from '../data/time.js';
import { Choice } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Steps } from '../parts/steps.js';
import { Answered } from '../states/answered.js';
import { Strongly } from '../states/strongly.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { signInPlace } from './account.js';
import { Outcome } from './outcome.js';
import { Refused } from './refused.js';
import { registrarWords } from './words.js';

type Body = components['schemas']['AppointmentBody'];

const ROLES = { clinic: 'roleClinic', registrar: 'roleRegistrar', auditor: 'roleAuditor' } as const satisfies Readonly<Record<Body['role'], string>>;
const roleOf = (typed: string): Body['role'] => (typed === 'registrar' || typed === 'auditor' ? typed : 'clinic');

/** A duty for an account, for a time. */
export function Appoint() {
  const say = useWords(registrarWords);
  const language = useLanguage();
  const place = useQuery(signInPlace);
  const appoint = useMutation({ mutationFn: (body: Body) => answered(api.POST('/v1/registry/appointments', { body })) });
  if (appoint.data !== undefined) {
    const { role, institution, until } = appoint.data;
    return <Outcome title={say('appointed')} text={say('appointedText', { role: say(ROLES[role]), institution, until: inShanghai(language, 'both', until) })} onNext={appoint.reset} />;
  }
  return (
    <Page key="form" title={say('appoint')} back="/registrar">
      <Strongly level="al3">
        <p>{say('appointIntro')}</p>
        <Answered query={place}>{({ issuer }) => <Form issuer={issuer} busy={appoint.isPending} onDone={appoint.mutate} />}</Answered>
        <Refused error={appoint.error} />
      </Strongly>
    </Page>
  );
}

function Form({ issuer, busy, onDone }: { readonly issuer: string; readonly busy: boolean; readonly onDone: (body: Body) => void }) {
  const say = useWords(registrarWords);
  const form = useForm({ role: 'clinic', institution: '', subject: '', issuer, days: '90' }, (typed) => ({
    ...(/^(?![0-9a-f]{32}$)[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/.test(typed.institution.trim()) ? {} : { institution: say('institutionWrong') }),
    ...(typed.subject.trim() === '' ? { subject: say('fillIn') } : {}),
    ...(typed.issuer.trim() === '' ? { issuer: say('fillIn') } : {}),
    ...(/^(?:[1-9]|[1-8]\d|90)$/.test(typed.days.trim()) ? {} : { days: say('daysWrong') }),
  }));
  const { values, field } = form;
  const roles = (['clinic', 'registrar', 'auditor'] as const).map((value) => ({ value, text: say(ROLES[value]) }));
  const duty = (
    <>
      <Choice title={say('role')} options={roles} field={field('role')} />
      <Field field={field('institution')} label={say('institution')} hint={say('institutionHint')} plain />
      <Field field={field('days')} label={say('days')} hint={say('daysHint')} most={2} plain />
    </>
  );
  const account = (
    <>
      <Field field={field('subject')} label={say('subject')} hint={say('subjectHint')} most={255} plain />
      <Field field={field('issuer')} label={say('issuer')} hint={say('issuerHint')} most={300} plain />
    </>
  );
  const steps = [
    { names: ['role', 'institution', 'days'] as const, content: duty },
    { names: ['subject', 'issuer'] as const, content: account },
  ];
  const body = (): Body => ({ role: roleOf(values.role), institution: values.institution.trim(), days: Number(values.days), issuer: values.issuer.trim(), subject: values.subject.trim() });
  return <Steps form={form} steps={steps} act={say('appointAct')} busy={busy} onDone={() => onDone(body())} />;
}

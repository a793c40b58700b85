import { Choice } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { type Form, useForm } from '../parts/form.js';
import { personFaults } from '../parts/person.js';
import { personSteps } from '../parts/person-steps.js';
import { personWords } from '../parts/person-words.js';
import { type Step, Steps } from '../parts/steps.js';
import { useWords } from '../words/words.js';
import { type ClaimKey, claimOf, type ClaimWish, NOTHING, paperFaults } from './claim-values.js';
import { guardWords } from './guard-words.js';
import { LABEL_LENGTH } from './own-word.js';
import { ScanField } from './scan-field.js';

interface ClaimFormProps {
  readonly busy: boolean;
  readonly onClaim: (wish: ClaimWish) => void;
}

/** What the two registrars need: what I am to them, who they are, and the paper. */
export function ClaimForm({ busy, onClaim }: ClaimFormProps) {
  const say = useWords(guardWords);
  const person = useWords(personWords);
  const form = useForm<ClaimKey>(NOTHING, (typed) => ({ ...personFaults(typed, person), ...Object.fromEntries(paperFaults(typed).map(([name, fault]) => [name, say(fault)])) }));
  const steps: readonly Step<ClaimKey>[] = [
    { names: ['ground'], content: <Ground form={form} /> },
    ...personSteps(form).map((step, index) => (index === 0 ? { ...step, content: <Whom>{step.content}</Whom> } : step)),
    { names: ['label'], content: <Field field={form.field('label')} label={say('label')} hint={say('labelHint')} most={LABEL_LENGTH} /> },
    { names: ['paperType', 'authority', 'paperNumber', 'sha256'], content: <Evidence form={form} /> },
  ];
  return <Steps form={form} steps={steps} act={say('act')} busy={busy} onDone={() => onClaim(claimOf(form.values))} />;
}

interface PartProps {
  readonly form: Form<ClaimKey>;
}

function Ground({ form }: PartProps) {
  const say = useWords(guardWords);
  const grounds = [
    { value: 'parent-of-minor', text: say('parent') },
    { value: 'guardian-of-minor', text: say('guardianOfMinor') },
    { value: 'court-appointed', text: say('court') },
    { value: 'deed-of-guardianship', text: say('deed') },
  ];
  return <Choice field={form.field('ground')} title={say('ground')} options={grounds} />;
}

function Whom({ children }: { readonly children: Step<ClaimKey>['content'] }) {
  const say = useWords(guardWords);
  return (
    <>
      <h2>{say('whom')}</h2>
      {children}
    </>
  );
}

function Evidence({ form }: PartProps) {
  const say = useWords(guardWords);
  const types = [
    { value: 'birth-certificate', text: say('birthCertificate') },
    { value: 'household-register', text: say('household') },
    { value: 'court-order', text: say('judgment') },
    { value: 'notarised-deed', text: say('notarised') },
  ];
  return (
    <>
      <h2>{say('paper')}</h2>
      <Choice field={form.field('paperType')} title={say('paperType')} options={types} />
      <Field field={form.field('authority')} label={say('authority')} most={200} />
      <Field field={form.field('paperNumber')} label={say('paperNumber')} plain />
      <ScanField field={form.field('sha256')} />
    </>
  );
}

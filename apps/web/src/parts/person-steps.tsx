import { useWords } from '../words/words.js';
import { Choice } from './choice.js';
import { Field } from './field.js';
import type { Form } from './form.js';
import { documentType, type PersonKey } from './person.js';
import { personWords } from './person-words.js';
import type { Step } from './steps.js';

interface PartProps {
  readonly form: Form<PersonKey>;
}

/** Somebody as their document describes them, to be typed off it: the document, then the person. */
export const personSteps = (form: Form<PersonKey>): readonly Step<PersonKey>[] => [
  { names: ['type', 'state', 'number'], content: <DocumentPart form={form} /> },
  { names: ['family', 'given', 'familyLatin', 'givenLatin', 'birthDate'], content: <NamePart form={form} /> },
];

function DocumentPart({ form }: PartProps) {
  const say = useWords(personWords);
  const type = documentType(form.values.type);
  return (
    <>
      <Choice
        title={say('document')}
        options={[
          { value: 'resident-id', text: say('residentId') },
          { value: 'passport', text: say('passport') },
          { value: 'permit', text: say('permit') },
        ]}
        field={form.field('type')}
      />
      {type === 'resident-id' ? null : <Field field={form.field('state')} label={say('state')} hint={say('stateHint')} most={2} plain />}
      <Field field={form.field('number')} label={say('number')} most={40} plain />
    </>
  );
}

function NamePart({ form }: PartProps) {
  const say = useWords(personWords);
  return (
    <>
      <div className="pair">
        <Field field={form.field('family')} label={say('family')} hint={say('familyHint')} />
        <Field field={form.field('given')} label={say('given')} hint={say('givenHint')} />
      </div>
      <Field field={form.field('birthDate')} label={say('birthDate')} type="date" />
      <details className="more">
        <summary>{say('latin')}</summary>
        <div className="pair">
          <Field field={form.field('familyLatin')} label={say('familyLatin')} most={320} />
          <Field field={form.field('givenLatin')} label={say('givenLatin')} most={320} />
        </div>
      </details>
    </>
  );
}

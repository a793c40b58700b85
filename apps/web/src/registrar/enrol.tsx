import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../data/api.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { NOBODY, type Person, personFaults, personOf } from '../parts/person.js';
import { personSteps } from '../parts/person-steps.js';
import { personWords } from '../parts/person-words.js';
import { Steps } from '../parts/steps.js';
import { Strongly } from '../states/strongly.js';
import { UnfitPerson } from '../states/unfit-person.js';
import { useWords } from '../words/words.js';
import { Card, type CardOf } from './card.js';
import { registrarWords } from './words.js';

/** Somebody at the counter, enrolled off their document, and the card that they leave with. */
export function EnrolAtCounter() {
  const say = useWords(registrarWords);
  const [card, setCard] = useState<CardOf>();
  if (card !== undefined) return <Card card={card} onNext={() => setCard(undefined)} />;
  return (
    <Page key="form" title={say('enrol')} back="/registrar">
      <Strongly>
        <p>{say('enrolIntro')}</p>
        <Form onCard={setCard} />
      </Strongly>
    </Page>
  );
}

function Form({ onCard }: { readonly onCard: (card: CardOf) => void }) {
  const say = useWords(registrarWords);
  const sayPerson = useWords(personWords);
  const form = useForm(NOBODY, (typed) => personFaults(typed, sayPerson));
  const enrol = useMutation({
    mutationFn: (body: Person) => answered(api.POST('/v1/registry/enrolments', { body })),
    onSuccess: ({ codes }, { name, document }) => onCard({ surname: name.family ?? name.given, end: document.number.slice(-2).toUpperCase(), codes }),
  });
  return (
    <>
      <Steps form={form} steps={personSteps(form)} act={say('enrolAct')} busy={enrol.isPending} onDone={() => enrol.mutate(personOf(form.values))} />
      {enrol.error === null ? null : <UnfitPerson error={enrol.error} />}
    </>
  );
}

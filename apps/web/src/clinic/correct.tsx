import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { Choice } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { type Form, useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Steps } from '../parts/steps.js';
import { useWords } from '../words/words.js';
import { ActFailure } from './act-failure.js';
import { type CorrectionKey, type Correction, correctionFaults, correctionOf, UNCORRECTED } from './correction.js';
import type { Tube } from './tube.js';
import { clinicWords } from './words.js';

interface CorrectProps {
  readonly tube: Tube;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** What a result should have been, and why. What stands is not shown: it is written off the laboratory's paper. */
export function Correct({ tube: { sample, barcode }, onDone, onLeave }: CorrectProps) {
  const say = useWords(clinicWords);
  const form = useForm<CorrectionKey>(UNCORRECTED, (typed) => Object.fromEntries(correctionFaults(typed).map(([name, fault]) => [name, say(fault)])));
  const send = useMutation({ gcTime: 0, mutationFn: (body: Correction) => answered(api.POST('/v1/results/{id}/correction', { params: { path: { id: sample } }, body })), onSuccess: onDone });
  const steps = [
    { names: ['result'], content: <ResultPart form={form} /> },
    { names: ['test'], content: <TestPart form={form} /> },
    { names: ['collectedAt', 'reportedAt'], content: <Times form={form} /> },
    { names: ['reason'], content: <Field field={form.field('reason')} label={say('reason')} hint={say('reasonHint')} most={500} /> },
  ] as const;
  return (
    <Page key="correct" title={say('correct')} back="/clinic">
      <p>
        <bdi>{say('tube', { barcode })}</bdi>
      </p>
      <Steps form={form} steps={steps} act={say('correctAct')} busy={send.isPending} onDone={() => send.mutate(correctionOf(form.values))} />
      <ActFailure error={send.error} />
      <button className="quiet" onClick={onLeave}>
        {say('nothing')}
      </button>
    </Page>
  );
}

interface PartProps {
  readonly form: Form<CorrectionKey>;
}

function ResultPart({ form }: PartProps) {
  const say = useWords(clinicWords);
  const options = [
    { value: '260415000', text: say('resultNot') },
    { value: '260373001', text: say('resultFound') },
    { value: '419984006', text: say('resultUnclear') },
  ];
  return (
    <>
      <h2>{say('resultTitle')}</h2>
      <Choice title={say('result')} options={options} field={form.field('result')} />
    </>
  );
}

function TestPart({ form }: PartProps) {
  const say = useWords(clinicWords);
  const options = [
    { value: 'LP6464-4', text: say('naat') },
    { value: 'LP217198-3', text: say('rapid') },
  ];
  return <Choice title={say('test')} options={options} field={form.field('test')} />;
}

function Times({ form }: PartProps) {
  const say = useWords(clinicWords);
  return (
    <>
      <Field field={form.field('collectedAt')} label={say('collectedAt')} type="datetime-local" />
      <Field field={form.field('reportedAt')} label={say('reportedAt')} type="datetime-local" />
    </>
  );
}

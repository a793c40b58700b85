import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Steps } from '../parts/steps.js';
import { useWords } from '../words/words.js';
import { ActFailure } from './act-failure.js';
import type { Tube } from './tube.js';
import { clinicWords } from './words.js';

interface WithdrawProps {
  readonly tube: Tube;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Takes a result back, with a reason. */
export function Withdraw({ tube: { sample, barcode }, onDone, onLeave }: WithdrawProps) {
  const say = useWords(clinicWords);
  const form = useForm<'reason'>({ reason: '' }, ({ reason }) => (reason.trim() === '' ? { reason: say('reasonEmpty') } : {}));
  const send = useMutation({ gcTime: 0, mutationFn: (reason: string) => answered(api.POST('/v1/results/{id}/withdrawal', { params: { path: { id: sample } }, body: { reason } })), onSuccess: onDone });
  const steps = [{ names: ['reason'], content: <Field field={form.field('reason')} label={say('reason')} hint={say('reasonHint')} most={500} /> }] as const;
  return (
    <Page key="withdraw" title={say('withdraw')} back="/clinic">
      <p>
        <bdi>{say('tube', { barcode })}</bdi>
      </p>
      <p>{say('withdrawText')}</p>
      <Steps form={form} steps={steps} act={say('withdrawAct')} busy={send.isPending} onDone={() => send.mutate(form.values.reason.trim())} />
      <ActFailure error={send.error} />
      <button className="quiet" onClick={onLeave}>
        {say('nothing')}
      </button>
    </Page>
  );
}

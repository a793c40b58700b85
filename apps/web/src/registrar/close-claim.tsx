import { useMutation } from '@tanstack/react-query';
import type { components } from '../../../../libs/client/schema.js';
import { answered, api } from '../data/api.js';
import { Choice } from '../parts/choice.js';
import { useForm } from '../parts/form.js';
import { useWords } from '../words/words.js';
import { ClaimAct } from './claim-act.js';
import { claimWords } from './claim-words.js';
import type { Handled } from './paper.js';

type Reason = components['schemas']['ClosingBody']['reason'];

const REASONS = { unreadable: 'unreadable', expired: 'expired', 'authority-unknown': 'authorityUnknown', 'not-confirmed': 'notConfirmed' } as const satisfies Readonly<Record<Reason, string>>;
const ALL = ['unreadable', 'expired', 'authority-unknown', 'not-confirmed'] as const;

interface CloseClaimProps {
  readonly claim: string;
  readonly onHandled: (handled: Handled) => void;
  readonly onNext: () => void;
}

/** Closes the claim for what its paper lacks; which of that, is asked first. */
export function CloseClaim({ claim, onHandled, onNext }: CloseClaimProps) {
  const say = useWords(claimWords);
  const form = useForm({ reason: '' }, ({ reason }) => (reason === '' ? { reason: say('whyNeeded') } : {}));
  const close = useMutation({ mutationFn: (body: { readonly reason: Reason }) => answered(api.POST('/v1/registry/claims/{id}/closing', { params: { path: { id: claim } }, body })), onSuccess: () => onHandled('closed') });
  const send = (): void => {
    const reason = ALL.find((one) => one === form.values.reason);
    if (reason !== undefined) close.mutate({ reason });
  };
  return (
    <ClaimAct texts={{ act: say('close'), title: say('closeTitle'), text: say('closeText'), sure: say('closeSure') }} tone="warn" sent={close} onSure={() => void form.submit(send)} onNext={onNext}>
      <Choice title={say('why')} options={ALL.map((value) => ({ value, text: say(REASONS[value]) }))} field={form.field('reason')} />
    </ClaimAct>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../../../../libs/client/schema.js';
import { answered, api } from '../data/api.js';
import { Choice } from '../parts/choice.js';
import { Dialog } from '../parts/dialog.js';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';
import { ClaimTrouble } from './claim-trouble.js';
import { claimWords } from './claim-words.js';
import type { Handled } from './paper.js';

type Reason = components['schemas']['ClosingBody']['reason'];

const REASONS = { unreadable: 'unreadable', expired: 'expired', 'authority-unknown': 'authorityUnknown', 'not-confirmed': 'notConfirmed' } as const satisfies Readonly<Record<Reason, string>>;

interface CloseClaimProps {
  readonly claim: string;
  readonly onHandled: (handled: Handled) => void;
  readonly onNext: () => void;
}

/** Closes the claim for what its paper lacks; which of that, is asked first. */
export function CloseClaim({ claim, onHandled, onNext }: CloseClaimProps) {
  const say = useWords(claimWords);
  const shell = useWords(shellWords);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<Reason>();
  const close = useMutation({ mutationFn: (body: { readonly reason: Reason }) => answered(api.POST('/v1/registry/claims/{id}/closing', { params: { path: { id: claim } }, body })), onSuccess: () => onHandled('closed') });
  const options = (['unreadable', 'expired', 'authority-unknown', 'not-confirmed'] as const).map((value) => ({ value, text: say(REASONS[value]) }));
  return (
    <>
      <div className="actions">
        <button className="warn" onClick={() => setAsking(true)}>
          {say('close')}
        </button>
      </div>
      {asking ? (
        <Dialog title={say('closeTitle')} onClose={() => setAsking(false)}>
          <p>{say('closeText')}</p>
          <Choice title={say('why')} options={options} value={reason} onPick={setReason} />
          {close.error === null ? null : <ClaimTrouble error={close.error} onNext={onNext} />}
          <div className="actions">
            <button className="warn" disabled={close.isPending || reason === undefined} onClick={() => reason !== undefined && close.mutate({ reason })}>
              {say('closeSure')}
            </button>
            <button onClick={() => setAsking(false)}>{shell('cancel')}</button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

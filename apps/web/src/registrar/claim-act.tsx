import { type ReactNode, useState } from 'react';
import { Confirm } from '../parts/confirm.js';
import { ClaimTrouble } from './claim-trouble.js';

interface ClaimActProps {
  /** What the button says, what is asked then, and what the yes says. */
  readonly texts: Readonly<Record<'act' | 'title' | 'text' | 'sure', string>>;
  readonly tone: 'main' | 'warn';
  readonly sent: { readonly isPending: boolean; readonly error: unknown };
  readonly onSure: () => void;
  readonly onNext: () => void;
  readonly children?: ReactNode;
}

/** Something that is done to a claim, with one question before it counts. */
export function ClaimAct({ texts: { act, ...asked }, tone, sent, onSure, onNext, children }: ClaimActProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className="actions">
        <button className={tone} onClick={() => setAsking(true)}>
          {act}
        </button>
      </div>
      {asking ? (
        <Confirm {...asked} tone={tone} busy={sent.isPending} onSure={onSure} onClose={() => setAsking(false)}>
          {children}
          {sent.error === null ? null : <ClaimTrouble error={sent.error} onNext={onNext} />}
        </Confirm>
      ) : null}
    </>
  );
}

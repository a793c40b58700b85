import type { ReactNode } from 'react';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';
import { Dialog } from './dialog.js';

interface ConfirmProps {
  readonly title: string;
  /** What it does, and when. */
  readonly text?: string;
  /** What the yes says; in its colour. */
  readonly sure: string;
  readonly tone?: 'main' | 'warn';
  readonly busy: boolean;
  readonly onSure: () => void;
  readonly onClose: () => void;
  /** What has to be said with it, and what went wrong. */
  readonly children?: ReactNode;
}

/** One question before something is done: what it does, and yes or no. Once it is being done it stays until that has come to something: no is no answer any more, and whoever left would not hear that it failed. */
export function Confirm({ title, text, sure, tone = 'warn', busy, onSure, onClose, children }: ConfirmProps) {
  const say = useWords(shellWords);
  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Dialog title={title} onClose={close}>
      {text === undefined ? null : <p>{text}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSure();
        }}
      >
        {children}
        <div className="actions">
          <button className={tone} disabled={busy}>
            {sure}
          </button>
          <button type="button" disabled={busy} onClick={close}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

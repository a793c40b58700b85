import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that has to be answered first. The platform's own: it holds the focus, hides the rest from readers, ends with Escape and gives the focus back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useId();
  // Before it leaves the page: a dialog that is gone gives the focus to nobody.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // On the question, not on an answer: who holds a key down has not decided.
    heading.current?.focus();
    return () => shown?.close();
  }, []);
  // What asked the question may be gone with the answer.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus();
    },
    [],
  );
  return (
    <dialog ref={dialog} aria-labelledby={name} onCancel={onClose} onClose={onClose}>
      <h2 id={name} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

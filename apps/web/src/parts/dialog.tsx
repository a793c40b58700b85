import { type ReactNode, useEffect } from 'react';
import { Dialog as Question } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that has to be answered first: it holds the focus, hides the rest from readers, ends with Escape and gives the focus back. It begins at its title, not on an answer: who holds a key down has not decided. */
export function Dialog({ title, onClose, children }: DialogProps) {
  useEffect(() => comeBack, []);
  return (
    <ModalOverlay className="veil unprinted" isOpen onOpenChange={onClose}>
      <Modal className="asked">
        <Question>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Question>
      </Modal>
    </ModalOverlay>
  );
}

/** What asked the question may be gone with the answer: then the page's heading has the focus. Once the library had its turn, a frame later. */
const comeBack = (): void =>
  void requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus();
    }),
  );

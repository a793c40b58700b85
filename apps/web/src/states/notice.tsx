import type { ReactNode } from 'react';

type Tone = 'calm' | 'care' | 'stop';

/** Shapes, so that no tone is told by its colour alone. */
const SIGNS: Readonly<Record<Tone, string>> = { calm: 'M12 7.500v.010M12 11v6', care: 'M12 7v6M12 16.500v.010', stop: 'M8 8l8 8M16 8l-8 8' };

interface NoticeProps {
  readonly tone?: Tone;
  /** Absent: the page's own heading says it. */
  readonly title?: string;
  readonly text?: string;
  /** Read out at once: for what happened because of something that somebody did. */
  readonly urgent?: boolean;
  /** `h1` where it stands for a whole page. */
  readonly level?: 'h1' | 'h2';
  /** The one thing to do. */
  readonly children?: ReactNode;
}

/** A designed state: what is, what it means, and the one thing to do about it. */
export function Notice({ tone = 'calm', title, text, urgent = false, level: Level = 'h2', children }: NoticeProps) {
  return (
    <section className={`notice ${tone}`} role={urgent ? 'alert' : undefined}>
      <svg aria-hidden="true" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="10" />
        <path d={SIGNS[tone]} />
      </svg>
      {title === undefined ? null : <Level>{title}</Level>}
      {text === undefined ? null : <p>{text}</p>}
      {children === undefined ? null : <div className="actions">{children}</div>}
    </section>
  );
}

import { useId } from 'react';
import type { FormField } from './form.js';

interface FieldProps {
  readonly field: FormField;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'datetime-local';
  readonly most?: number;
  /** What is no word of a language: codes and numbers. */
  readonly plain?: boolean;
}

/** One line to fill in, with what is wrong with it said at it. */
export function Field({ field: { id, value, fault, onChange }, label, hint, type = 'text', most = 80, plain = false }: FieldProps) {
  const [said, wrong] = [useId(), useId()];
  const about = [...(hint === undefined ? [] : [said]), wrong].join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={said}>
          {hint}
        </p>
      )}
      <input id={id} type={type} value={value} maxLength={most} autoComplete="off" autoCapitalize={plain ? 'none' : undefined} spellCheck={!plain} aria-describedby={about} aria-invalid={fault !== undefined} onChange={({ target }) => onChange(target.value)} />
      <p className="fault" id={wrong} role="alert">
        {fault}
      </p>
    </div>
  );
}

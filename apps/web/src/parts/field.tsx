import { useId } from 'react';
import { type FormField, useField } from './form.js';

interface FieldProps {
  readonly field: FormField;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'datetime-local';
  readonly most?: number;
  /** What is no word of a language: codes and numbers. */
  readonly plain?: boolean;
}

/** Years have four digits: some browsers take six, and what they make of those is no time anywhere else. */
const LATEST = { text: undefined, date: '9999-12-31', 'datetime-local': '9999-12-31T23:59' } as const;

/** One line to fill in, with what is wrong with it said at it. */
export function Field({ field, label, hint, type = 'text', most = 80, plain = false }: FieldProps) {
  const { fault, ...input } = useField(field);
  const [id, said, wrong] = [useId(), useId(), useId()];
  const about = [...(hint === undefined ? [] : [said]), wrong].join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={said}>
          {hint}
        </p>
      )}
      <input {...input} id={id} type={type} max={LATEST[type]} maxLength={most} autoComplete="off" autoCapitalize={plain ? 'none' : undefined} spellCheck={!plain} aria-describedby={about} aria-invalid={fault !== undefined} />
      <p className="fault" id={wrong} role="alert">
        {fault}
      </p>
    </div>
  );
}

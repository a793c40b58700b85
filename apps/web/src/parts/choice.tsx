import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { type FormField, useField } from './form.js';

/** Something that can be picked. */
export interface Option<V extends string> {
  readonly value: V;
  readonly text: string;
  readonly hint?: string;
}

interface ChoiceProps<V extends string> {
  readonly title: string;
  readonly options: readonly Option<V>[];
  readonly field: FormField;
  /** What counts where what was picked is no longer among the options. */
  readonly otherwise?: V;
}

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ title, options, field, otherwise }: ChoiceProps<V>) {
  const { fault, value, onChange, onBlur, ref } = useField(field);
  const picked = options.some((option) => option.value === value) ? value : (otherwise ?? null);
  return (
    <RadioGroup className="choices" value={picked} isInvalid={fault !== undefined} onChange={onChange} onBlur={onBlur} ref={(group) => ref(group === null ? null : { focus: () => group.querySelector('input')?.focus() })}>
      <Label className="legend">{title}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice">
          <span>
            {option.text}
            {option.hint === undefined ? null : <small className="hint">{option.hint}</small>}
          </span>
        </Radio>
      ))}
      <FieldError className="fault">{fault}</FieldError>
    </RadioGroup>
  );
}

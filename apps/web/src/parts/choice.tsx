import { useId } from 'react';

/** Something that can be picked. */
export interface Option<V extends string> {
  readonly value: V;
  readonly text: string;
  readonly hint?: string;
}

interface ChoiceProps<V extends string> {
  readonly title: string;
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onPick: (value: V) => void;
}

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ title, options, value, onPick }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
          <span>
            {option.text}
            {option.hint === undefined ? null : <small className="hint">{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { useId, useState } from 'react';

/** What is wrong with fields, by their names: nothing where it is empty. */
export type Faults<N extends string> = Readonly<Partial<Record<N, string>>>;

/** A field as its input takes it. */
export interface FormField {
  readonly id: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A form whose fields are all texts. */
export interface Form<N extends string> {
  readonly values: Readonly<Record<N, string>>;
  readonly field: (name: N) => FormField;
  /** Goes on where nothing is wrong (with `names`, among them); else says what, and puts the focus on the first. */
  readonly submit: (onGood: () => void, names?: readonly N[]) => void;
}

/** Keeps what somebody filled in for as long as the page is there, and judges it when they are done, not while they type. */
export function useForm<N extends string>(first: Readonly<Record<N, string>>, check: (values: Readonly<Record<N, string>>) => Faults<N>): Form<N> {
  const [values, setValues] = useState(first);
  const [faults, setFaults] = useState<Readonly<Record<string, string | undefined>>>({});
  const form = useId();
  const idOf = (name: N): string => `${form}${name}`;
  return {
    values,
    field: (name) => ({
      id: idOf(name),
      value: values[name],
      fault: faults[name],
      onChange: (value) => {
        setValues((before) => ({ ...before, [name]: value }));
        setFaults((before) => ({ ...before, [name]: undefined }));
      },
    }),
    submit: (onGood, names) => {
      const found = check(values);
      const wrong = (names ?? (Object.keys(values) as N[])).filter((name) => found[name] !== undefined);
      setFaults(Object.fromEntries(wrong.map((name) => [name, found[name]])));
      const [worst] = wrong;
      if (worst === undefined) onGood();
      else document.getElementById(idOf(worst))?.focus();
    },
  };
}

import { type FieldErrors, useController, type UseControllerReturn, useForm as useHookForm, type UseFormReturn, useWatch } from 'react-hook-form';

/** Every field is a text. */
type Texts = Record<string, string>;

/** What is wrong with fields, by their names: nothing where it is empty. */
export type Faults<N extends string> = Readonly<Partial<Record<N, string>>>;

/** A field of a form, for whatever fills it in. */
export interface FormField {
  readonly of: UseFormReturn<Texts>;
  readonly name: string;
  /** What is wrong with what stands there, in the language that is shown; said once it was judged. */
  readonly wrong: string | undefined;
}

/** A form whose fields are all texts. */
export interface Form<N extends string> {
  readonly values: Readonly<Record<N, string>>;
  readonly field: (name: N) => FormField;
  /** Goes on where nothing is wrong (with `names`, among them); else says what, puts the focus on the first, and answers its name. */
  readonly submit: (onGood: () => void, names?: readonly N[]) => Promise<string | undefined>;
}

/** Keeps what somebody filled in for as long as the page is there, and judges it when they are done, not while they type. */
export function useForm<N extends string>(first: Readonly<Record<N, string>>, check: (values: Readonly<Record<N, string>>) => Faults<N>): Form<N> {
  const form = useHookForm<Texts>({ defaultValues: first, resolver: (values) => judged(values, check({ ...first, ...values })) });
  const values = { ...first, ...useWatch({ control: form.control }) };
  const faults = check(values);
  return {
    values,
    field: (name) => ({ of: form, name, wrong: faults[name] }),
    submit: async (onGood, names = namesOf(first)) => {
      if (!(await form.trigger([...names], { shouldFocus: true }))) return names.find((name) => form.getFieldState(name).invalid);
      onGood();
      return undefined;
    },
  };
}

/** A field as an input takes it. What somebody mends is no fault while they do. */
export function useField({ of: form, name, wrong }: FormField): UseControllerReturn<Texts>['field'] & { readonly fault: string | undefined } {
  const { field, fieldState } = useController({ control: form.control, name });
  const onChange = (...typed: Parameters<typeof field.onChange>): void => {
    field.onChange(...typed);
    form.clearErrors(name);
  };
  // In the language of now: whoever cannot read what is wrong changes it.
  return { ...field, onChange, fault: fieldState.error === undefined ? undefined : (wrong ?? fieldState.error.message) };
}

const namesOf = <N extends string>(first: Readonly<Record<N, string>>): readonly N[] => Object.keys(first) as N[];

function judged(values: Texts, faults: Readonly<Record<string, string | undefined>>) {
  const errors: FieldErrors<Texts> = Object.fromEntries(Object.entries(faults).flatMap(([name, message]) => (message === undefined ? [] : [[name, { type: 'fault', message }]])));
  return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
}

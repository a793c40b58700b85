import i18next from 'i18next';
import { type Language, useLanguage } from './language.js';

/** A key without what tells one from many (`Intl.PluralRules`): `times_one` and `times_other` are `times`. */
type Base<K extends string> = K extends `${infer B}_${'one' | 'other'}` ? B : K;

type Said = Readonly<Record<string, string>>;

/** What one part of the pages says, in every language. */
export interface Words<K extends string> {
  readonly part: string;
  readonly said: Readonly<Record<Language, Said>>;
  /** For types only. */
  readonly key?: K;
}

/** Text for a key, with `{{name}}` filled in; `count` picks one or many. */
export type Say<K extends string> = (key: K, values?: Readonly<Record<string, string | number>>) => string;

/** Declares what a part says. That both languages say the same, and nothing that is never shown, is held by words.spec.ts. */
export const words = <const E extends Said>(part: string, said: { readonly zh: Said; readonly en: E }): Words<Base<keyof E & string>> => ({ part, said });

/** What the part says, in the language that is shown. */
export function useWords<K extends string>({ part, said }: Words<K>): Say<K> {
  const language = useLanguage();
  if (!i18next.hasResourceBundle(language, part)) i18next.addResourceBundle(language, part, said[language]);
  const fixed = i18next.getFixedT(language, part);
  return (key, values = {}) => fixed(key, values);
}

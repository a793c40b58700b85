import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** The languages that everything is said in. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a browser, a screen reader and `Intl` know them. */
export const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

const KEPT = 'xinma.language';

const known = (text: string | null): Language | undefined => LANGUAGES.find((language) => language === text);

/** What was chosen on this device, else what the browser asks for. */
const preferred = (): Language => known(localStorage.getItem(KEPT)) ?? (navigator.languages.some((tag) => tag.startsWith('zh')) || !navigator.language.startsWith('en') ? 'zh' : 'en');

/** Readies the translator; rooms bring their words with them. */
export async function beginWords(): Promise<void> {
  const language = preferred();
  document.documentElement.lang = LOCALE[language];
  await i18next.init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
}

const currentLanguage = (): Language => known(i18next.language) ?? 'zh';

const onLanguage = (listener: () => void): (() => void) => {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
};

/** The language that is shown, as it changes. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, currentLanguage);

/** Shows everything in another language, also the next time on this device. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = LOCALE[language];
  await i18next.changeLanguage(language);
}

import { inChinese } from '../words/three-words.js';
import { useLanguage } from '../words/language.js';

/** The words that two screens compare. In Chinese each also stands as the other screen may have it in English. */
export function ThreeWords({ words }: { readonly words: readonly string[] }) {
  const language = useLanguage();
  return (
    <ol className="three">
      {/* By their places: a word may come twice. */}
      {Object.entries(words).map(([place, word]) => (
        <li key={place}>
          {language === 'zh' ? <strong>{inChinese(word) ?? word}</strong> : <strong>{word}</strong>}
          {language === 'zh' ? <span lang="en">{word}</span> : <span lang="zh-CN">{inChinese(word)}</span>}
        </li>
      ))}
    </ol>
  );
}

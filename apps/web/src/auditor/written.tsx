import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import type { Bar } from './report.js';
import { short } from './said.js';
import { useInstant } from './use-instant.js';
import { auditorWords } from './words.js';

/** The picture in words. */
export function Written({ bars }: { readonly bars: readonly Bar[] }) {
  const say = useWords(auditorWords);
  const terms = useTerms();
  const instant = useInstant();
  const rows = bars.flatMap((bar) => (bar.spans.length === 0 ? [undefined] : bar.spans).map((span) => ({ bar, span })));
  return (
    <table className="written">
      <caption className="unseen">{say('picture')}</caption>
      <thead>
        <tr>
          {(['basis', 'what', 'since', 'until', 'looks'] as const).map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ bar: { basis, viewer, terms: granted, shown, refused }, span }) => (
          <tr key={`${basis} ${span?.from}`}>
            <th scope="row">
              {short(basis)} · {say('by', { viewer: short(viewer) })}
            </th>
            <td>{granted === undefined ? say('basisNone') : terms.scope(granted.scope)}</td>
            <td>{span === undefined ? '–' : instant(span.from)}</td>
            <td>{span === undefined ? '–' : instant(span.until)}</td>
            <td>{say('counts', { shown: shown.length, refused: refused.length })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { inShanghai, left } from '../data/time.js';
import { useAnnounced } from '../parts/announcer.js';
import { Pairs } from '../parts/pairs.js';
import { StatusSign } from '../parts/status-sign.js';
import { useLanguage } from '../words/language.js';
import { fullName, useTerms } from '../words/use-terms.js';
import { visible } from '../words/visible.js';
import { useWords } from '../words/words.js';
import { useHiding } from './hiding.js';
import type { Seen } from './view.js';
import { Watermark } from './watermark.js';
import { viewerWords } from './words.js';

interface ShownProps {
  readonly seen: Seen;
  readonly who: string;
  readonly onHide: () => void;
}

/** All that is shown of another person, under who looked, when, and the record's code. */
export function Shown({ seen, who, onHide }: ShownProps) {
  const say = useWords(viewerWords);
  const language = useLanguage();
  const rest = useHiding(onHide);
  useAnnounced(say('hidesIn', { left: left(rest) }));
  const { view, at } = seen;
  const [name, when] = [fullName(view.viewer), inShanghai(language, 'both', at)];
  return (
    <>
      <p className="rest">
        <span role="timer" aria-live="off">
          {say('hidesIn', { left: left(rest) })}
        </span>
        <button onClick={onHide}>{say('hideNow')}</button>
      </p>
      <section className="seen" aria-label={who}>
        <Status seen={seen} />
        {view.results === undefined ? null : <Results results={view.results} />}
        <Watermark lines={[name, when, ...halves(view.disclosure)]} />
      </section>
      <p className="hint seen-by">{say('seenBy', { name, when, code: view.disclosure })}</p>
    </>
  );
}

/** A long code on two lines: then a picture of any part has the whole of who looked. */
const halves = (code: string): readonly string[] => [code.slice(0, 18), code.slice(18)];

function Status({ seen: { view, scope } }: Pick<ShownProps, 'seen'>) {
  const say = useWords(viewerWords);
  const terms = useTerms();
  const language = useLanguage();
  const end = view.validUntil === undefined || view.validUntil === null ? [] : [[say('holds'), inShanghai(language, 'both', view.validUntil)] as const];
  return (
    <div className={`other ${view.status}`}>
      <p>
        <bdi>{say('surname', { surname: view.surname })}</bdi>
      </p>
      <StatusSign status={view.status} />
      <h2>{terms.status(view.status)}</h2>
      <Pairs facts={[[say('asOf'), inShanghai(language, 'date', `${view.asOf}T00:00:00+08:00`)], ...(scope === 'results' ? end : []), [say('rule'), view.rule]]} />
    </div>
  );
}

function Results({ results }: { readonly results: NonNullable<Seen['view']['results']> }) {
  const say = useWords(viewerWords);
  if (results.length === 0) return <p className="none">{say('noResults')}</p>;
  return (
    <>
      <h2>{say('results')}</h2>
      <ul className="cards">
        {results.map((one) => (
          <li key={`${one.collectedAt} ${one.test}`} className="card">
            <Result one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Result({ one }: { readonly one: NonNullable<Seen['view']['results']>[number] }) {
  const say = useWords(viewerWords);
  const terms = useTerms();
  const language = useLanguage();
  const facts = [
    [say('collected'), inShanghai(language, 'both', one.collectedAt)],
    [say('reported'), inShanghai(language, 'both', one.reportedAt)],
    ...(one.institution === undefined ? [] : [[say('centre'), visible(one.institution)] as const]),
  ] as const;
  return (
    <>
      <h3>{terms.result(one.result)}</h3>
      <p className="hint">{terms.test(one.test)}</p>
      <Pairs facts={facts} />
    </>
  );
}

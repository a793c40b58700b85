import { useMemo } from 'react';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { type Bar, barsOf, couldAt, type Point, type Report, type Stop } from './report.js';
import { basisKind, short } from './said.js';
import { useInstant } from './use-instant.js';
import { auditorWords } from './words.js';

interface BarsProps {
  readonly report: Report;
  readonly stops: readonly Stop[];
  readonly point: Point;
}

/** From an instant to its place across, as SVG writes it. */
type Place = (at: number) => string;

/** Every basis a bar over time, with a dot for each view; the table below says the same to readers. */
export function Bars({ report, stops, point }: BarsProps) {
  const say = useWords(auditorWords);
  const bars = useMemo(() => barsOf(report), [report]);
  const [first, end] = [stops[0]?.at ?? 0, Date.parse(report.asOf)];
  const margin = Math.max(1, (end - first) / 40);
  const place: Place = (at) => `${(Math.min(1, Math.max(0, (at - first + margin) / (end - first + 2 * margin))) * 100).toFixed(2)}%`;
  const live = new Set(couldAt(report, point).map(({ basis }) => basis));
  return (
    <section className="card" aria-labelledby="picture">
      <h2 id="picture">{say('picture')}</h2>
      <p className="hint">{say('pictureText')}</p>
      <ul className="bars">
        {bars.map((bar) => (
          <li key={bar.basis}>
            <p>
              <strong>{bar.terms === undefined ? say('basisNone') : basisKind(bar.basis, say)}</strong> {short(bar.basis)} · {say('by', { viewer: short(bar.viewer) })}{' '}
              <span className={live.has(bar.basis) ? 'can' : 'cannot'}>{say(live.has(bar.basis) ? canOf(bar) : 'cannot')}</span>
            </p>
            <Drawn bar={bar} place={place} at={point.at} />
          </li>
        ))}
      </ul>
      <Axis from={first} to={end} />
      <details className="more">
        <summary>{say('asTable')}</summary>
        <Written bars={bars} />
      </details>
    </section>
  );
}

const canOf = ({ terms }: Bar): 'can' | 'canByAge' => (terms?.byAge === true ? 'canByAge' : 'can');

function Drawn({ bar: { spans, shown, refused, terms }, place, at }: { readonly bar: Bar; readonly place: Place; readonly at: number }) {
  const line = place(Math.max(at, Number.MIN_SAFE_INTEGER));
  return (
    <svg className="bar" aria-hidden="true" width="100%" height="32">
      <line className="ground" x1="0" x2="100%" y1="16" y2="16" />
      {spans.map(({ from, until }) => (
        <rect key={from} className={terms?.byAge === true ? 'could by-age' : 'could'} x={place(from)} y="6" width={`${Math.max(0.4, Number.parseFloat(place(until)) - Number.parseFloat(place(from)))}%`} height="20" rx="3" />
      ))}
      {shown.map((one) => (
        <circle key={one.position} className="shown" cx={place(one.at)} cy="16" r="6" />
      ))}
      {refused.map((one) => (
        <svg key={one.position} x={place(one.at)} y="16" overflow="visible">
          <path className="refused" d="M0-8L8 0 0 8-8 0z" />
        </svg>
      ))}
      <line className="instant" x1={line} x2={line} y1="0" y2="32" />
    </svg>
  );
}

function Axis({ from, to }: { readonly from: number; readonly to: number }) {
  const instant = useInstant();
  return (
    <p className="axis" aria-hidden="true">
      <span>{instant(from)}</span> <span>{instant(to)}</span>
    </p>
  );
}

function Written({ bars }: { readonly bars: readonly Bar[] }) {
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

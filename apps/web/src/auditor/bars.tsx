import { useParentSize } from '@visx/responsive';
import { useMemo } from 'react';
import { useWords } from '../words/words.js';
import { Axis, Drawn } from './drawn.js';
import { placing } from './places.js';
import { type Bar, barsOf, couldAt, type Point, type Report, type Stop } from './report.js';
import { basisKind, short } from './said.js';
import { auditorWords } from './words.js';
import { Written } from './written.js';

interface BarsProps {
  readonly report: Report;
  readonly stops: readonly Stop[];
  readonly point: Point;
}

/** Every basis a bar over time, with a dot for each view; the table below says the same to readers. */
export function Bars({ report, stops, point }: BarsProps) {
  const say = useWords(auditorWords);
  const { parentRef, width } = useParentSize({ debounceTime: 50 });
  const bars = useMemo(() => barsOf(report), [report]);
  const place = placing(stops[0]?.at ?? 0, Date.parse(report.asOf), width);
  const live = new Set(couldAt(report, point).map(({ basis }) => basis));
  return (
    <section className="card" aria-labelledby="picture">
      <h2 id="picture">{say('picture')}</h2>
      <p className="hint">{say('pictureText')}</p>
      <div ref={parentRef}>
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
        <Axis place={place} width={width} />
      </div>
      <details className="more">
        <summary>{say('asTable')}</summary>
        <Written bars={bars} />
      </details>
    </section>
  );
}

const canOf = ({ terms }: Bar): 'can' | 'canByAge' => (terms?.byAge === true ? 'canByAge' : 'can');

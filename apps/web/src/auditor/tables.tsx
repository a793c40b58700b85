import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { couldAt, lookedAt, type Point, type Report } from './report.js';
import { basisKind, short } from './said.js';
import { useInstant } from './use-instant.js';
import { auditorWords } from './words.js';

interface TablesProps {
  readonly report: Report;
  readonly point: Point;
  readonly onRaw: (position: string) => void;
}

/** Who could look at the instant, who had looked by then, who had been refused. */
export function Tables({ report, point, onRaw }: TablesProps) {
  const say = useWords(auditorWords);
  const { did, refused } = lookedAt(report, point);
  return (
    <>
      <Could report={report} point={point} />
      <Looks title={say('did')} none={say('didNobody')} looks={did.map((one) => ({ ...one, outcome: say(one.shown === 'withheld' ? 'withheld' : 'shown') }))} onRaw={onRaw} />
      <Looks title={say('refused')} none={say('refusedNobody')} looks={refused.map((one) => ({ ...one, outcome: say('wasRefused') }))} onRaw={onRaw} />
    </>
  );
}

function Could({ report, point }: Omit<TablesProps, 'onRaw'>) {
  const say = useWords(auditorWords);
  const terms = useTerms();
  const instant = useInstant();
  const could = couldAt(report, point);
  return (
    <section className="card">
      <h2>{say('could')}</h2>
      {could.length === 0 ? <p role="status">{say('couldNobody')}</p> : null}
      <ul className="looks">
        {could.map(({ basis, viewer, scope, purposes, until, byAge }) => (
          <li key={basis}>
            <p>
              <strong>{short(viewer)}</strong> {byAge ? say('canByAge') : null}
            </p>
            <p className="hint">
              {basisKind(basis, say)} {short(basis)} · {terms.scope(scope)} · {purposes.map((one) => terms.purpose(one)).join(', ')} · {say('until')} {instant(until)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LooksProps {
  readonly title: string;
  readonly none: string;
  readonly looks: readonly (Report['refused'][number] & { readonly outcome: string })[];
  readonly onRaw: (position: string) => void;
}

function Looks({ title, none, looks, onRaw }: LooksProps) {
  const say = useWords(auditorWords);
  const terms = useTerms();
  const instant = useInstant();
  return (
    <section className="card">
      <h2>{title}</h2>
      {looks.length === 0 ? <p role="status">{none}</p> : null}
      <ul className="looks">
        {looks.map(({ position, at, basis, viewer, scope, purpose, outcome }) => (
          <li key={position}>
            <p>
              {instant(at)} · <strong>{short(viewer)}</strong> · {outcome}
            </p>
            <p className="hint">
              {basisKind(basis, say)} {short(basis)} · {terms.scope(scope)} · {terms.purpose(purpose)}
            </p>
            <button className="quiet" onClick={() => onRaw(position)} aria-label={say('rawOf', { position })}>
              {say('raw')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

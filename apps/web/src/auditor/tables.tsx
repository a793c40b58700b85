import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { couldAt, lookedAt, type Point, type Report } from './report.js';
import { basisKind, short } from './said.js';
import { useInstant } from './use-instant.js';
import { auditorWords } from './words.js';

interface TableProps {
  readonly report: Report;
  readonly point: Point;
}

interface LookedProps extends TableProps {
  readonly onRaw: (position: string) => void;
}

/** Who had looked by the instant. */
export function Did({ report, point, onRaw }: LookedProps) {
  const say = useWords(auditorWords);
  const looks = lookedAt(report, point).did.map((one) => ({ ...one, outcome: say(one.shown === 'withheld' ? 'withheld' : 'shown') }));
  return <Looks title={say('did')} none={say('didNobody')} looks={looks} onRaw={onRaw} />;
}

/** Who had been refused by the instant. */
export function WereRefused({ report, point, onRaw }: LookedProps) {
  const say = useWords(auditorWords);
  const looks = lookedAt(report, point).refused.map((one) => ({ ...one, outcome: say('wasRefused') }));
  return <Looks title={say('refused')} none={say('refusedNobody')} looks={looks} onRaw={onRaw} />;
}

/** Who could look at the instant. */
export function Could({ report, point }: TableProps) {
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

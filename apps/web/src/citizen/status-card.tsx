import type { Read, Status } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { useNow } from '../data/use-now.js';
import { StatusSign } from '../parts/status-sign.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import type { Code } from './reads.js';
import { citizenWords } from './words.js';

/** Why it is so. */
const RULES = { clear: 'ruleClear', retest: 'ruleRetest', positive: 'rulePositive', 'no-current-result': 'ruleNone' } as const satisfies Readonly<Record<Status, string>>;

/** A code, and whose it is. */
export interface StatusCardProps {
  readonly code: Code;
  /** Surname and the end of the number, to compare with a document. */
  readonly self: Read<'/v1/me'>;
}

/** The status, large, with its rule in words, since when, until when, and a clock that shows that it is not a picture. */
export function StatusCard({ code, self }: StatusCardProps) {
  const say = useWords(citizenWords);
  const terms = useTerms();
  return (
    <section className={`status ${code.status}`} aria-labelledby="status">
      <p className="whose">
        <bdi>{say('self', { surname: self.surname, end: self.numberEnd })}</bdi>
      </p>
      <StatusSign status={code.status} />
      <h2 id="status">{terms.status(code.status)}</h2>
      <p className="rule">{say(RULES[code.status])}</p>
      <Times code={code} />
      <LiveClock ahead={code.ahead} />
    </section>
  );
}

function Times({ code: { since, validUntil } }: Pick<StatusCardProps, 'code'>) {
  const say = useWords(citizenWords);
  const language = useLanguage();
  if (since === null && validUntil === null) return null;
  return (
    <dl className="times">
      {since === null ? null : (
        <div>
          <dt>{say('since')}</dt>
          <dd>{inShanghai(language, 'short', since)}</dd>
        </div>
      )}
      {validUntil === null ? null : (
        <div>
          <dt>{say('until')}</dt>
          <dd>{inShanghai(language, 'short', validUntil)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Told apart from a picture by its seconds; readers are not told every one. */
function LiveClock({ ahead }: { readonly ahead: number }) {
  const say = useWords(citizenWords);
  const language = useLanguage();
  const now = useNow(ahead);
  return (
    <p className="clock">
      <span>
        {say('now')} ({say('asOf')})
      </span>
      <time role="timer" aria-live="off">
        {inShanghai(language, 'second', now)}
      </time>
    </p>
  );
}

/** Which result it rests on, and by which rule. */
export function Ground({ code: { evidence, rule } }: Pick<StatusCardProps, 'code'>) {
  const say = useWords(citizenWords);
  const terms = useTerms();
  const language = useLanguage();
  return (
    <div className="ground">
      {evidence === null ? null : <p>{say('evidence', { test: terms.test(evidence.test), at: inShanghai(language, 'short', evidence.collectedAt) })}</p>}
      <p>{say('ruleName', { rule })}</p>
    </div>
  );
}

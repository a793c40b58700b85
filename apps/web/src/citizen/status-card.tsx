import type { Read } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { useNow } from '../data/use-now.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { citizenWords } from './words.js';

type Status = Read<'/v1/me/code'>['status'];

/** What a status is called, why it is so, and a shape of its own: never a colour alone. */
const SHOWN = {
  clear: { name: 'statusClear', rule: 'ruleClear', sign: 'M6 12.500l4 4 8-9' },
  retest: { name: 'statusRetest', rule: 'ruleRetest', sign: 'M18 9a6.500 6.500 0 1 0 .8 4.500M18.500 5v4.300h-4.300' },
  positive: { name: 'statusPositive', rule: 'rulePositive', sign: 'M12 6v12M6 12h12' },
  'no-current-result': { name: 'statusNone', rule: 'ruleNone', sign: 'M6.500 12h11' },
} as const satisfies Readonly<Record<Status, object>>;

interface StatusCardProps {
  readonly code: Read<'/v1/me/code'> & { readonly ahead: number };
  /** Surname and the end of the number, to compare with a document. */
  readonly self: Read<'/v1/me'>;
}

/** The status, large, with its rule in words, since when, until when, and a clock that shows that it is not a picture. */
export function StatusCard({ code, self }: StatusCardProps) {
  const say = useWords(citizenWords);
  const { name, rule, sign } = SHOWN[code.status];
  return (
    <section className={`status ${code.status}`} aria-labelledby="status">
      <p className="whose">
        <bdi>{say('self', { surname: self.surname, end: self.numberEnd })}</bdi>
      </p>
      <svg aria-hidden="true" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="11" />
        <path d={sign} />
      </svg>
      <h2 id="status">{say(name)}</h2>
      <p className="rule">{say(rule)}</p>
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

import type { Disclosure } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { type Say, useWords } from '../words/words.js';
import { type Alike, named } from './timeline.js';
import { whoWords } from './who-words.js';

const ACTS = {
  'access-replayed': 'actReplayed',
  'account-linked': 'actLinked',
  'citizen-enrolled': 'actEnrolled',
  'sampling-code-issued': 'actCodeIssued',
  'sampling-code-used': 'actCodeUsed',
  'sample-registered': 'actRegistered',
  'barcode-locked': 'actLocked',
  'barcode-released': 'actReleased',
  'result-corrected': 'actCorrected',
  'result-withdrawn': 'actWithdrawn',
  'claim-dealt': 'actDealt',
  'guardianship-confirmed': 'actConfirmed',
  'guardianship-suspended': 'actSuspended',
  'guardianship-reinstated': 'actReinstated',
  'guardianship-ended': 'actEnded',
} as const;

const isAct = (act: string): act is keyof typeof ACTS => Object.hasOwn(ACTS, act);

type SayWho = Say<NonNullable<(typeof whoWords)['key']>>;

/** What happened, as a plain sentence. */
function sentenceOf({ kind, viewer, pseudonym, scope, act = '' }: Disclosure, say: SayWho, who: string): string {
  switch (kind) {
    case 'view':
      return say(scope === 'results' ? 'sawResults' : 'sawStatus', { who });
    case 'refusal':
      return viewer === null || viewer === undefined ? say('strangerRefused', { pseudonym: pseudonym ?? '?' }) : say('wasRefused', { who });
    case 'staff':
      return isAct(act) ? say(ACTS[act]) : say('actOther', { act });
  }
}

/** One line of the log: what it says, when, and all instants where there are many alike. */
export function LogLine({ line: { first, each }, isNew }: { readonly line: Alike; readonly isNew: boolean }) {
  const say = useWords(whoWords);
  const terms = useTerms();
  const language = useLanguage();
  const { kind, viewer, purpose, institutions = [] } = first;
  const who = viewer === null || viewer === undefined ? say('somebody') : terms.name(viewer);
  return (
    <li className={`line ${kind}`}>
      <p>
        <time dateTime={first.at}>{inShanghai(language, 'time', first.at)}</time>{' '}
        {isNew ? <strong className="fresh">{say('fresh')}</strong> : null}
      </p>
      <p className="told">
        <bdi>{sentenceOf(first, say, who)}</bdi>
        {institutions.length === 0 ? null : ` ${say('by', { where: institutions.join(', ') })}`}
      </p>
      {purpose === undefined ? null : <p className="hint">{say('reason', { purpose: terms.purpose(purpose) })}</p>}
      <Instants each={each} />
    </li>
  );
}

function Instants({ each }: Pick<Alike, 'each'>) {
  const say = useWords(whoWords);
  const language = useLanguage();
  const [only] = each;
  if (each.length === 1) return only?.disclosure === undefined ? null : <p className="hint">{say('code', { code: only.disclosure })}</p>;
  return (
    <details>
      <summary>{say('times', { count: each.length })}</summary>
      <ul>
        {named(each, ({ at }) => at).map(([name, { at, disclosure }]) => (
          <li key={name}>
            {inShanghai(language, 'second', at)} {disclosure === undefined ? null : <span className="hint">{say('code', { code: disclosure })}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

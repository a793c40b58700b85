import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Disclosure } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { Page } from '../parts/page.js';
import { Answered } from '../states/answered.js';
import { Notice } from '../states/notice.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { LogLine } from './log-line.js';
import { disclosures } from './reads.js';
import { lastSeen, markOf, saw } from '../data/seen.js';
import { byDays, named } from './timeline.js';
import { whoWords } from './who-words.js';
import { citizenWords } from './words.js';

type Kind = Disclosure['kind'] | 'all';

/** Who looked, who tried, and what staff did: a timeline that nobody can take anything from. */
export function Looked() {
  const home = useWords(citizenWords);
  const log = useInfiniteQuery(disclosures);
  // As they were when this page opened: a read that fails meanwhile takes the list away, and neither of these.
  const [kept] = useState(lastSeen);
  const [kind, setKind] = useState<Kind>('all');
  return (
    <Page title={home('looked')} back="/citizen">
      <Answered query={log}>
        {({ pages }) => (
          <>
            <Timeline entries={pages.flatMap(({ entries }) => entries)} kept={kept} kind={kind} onPick={setKind} />
            <Older log={log} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface TimelineProps {
  readonly entries: readonly Disclosure[];
  /** The mark of what was seen before. */
  readonly kept: string;
  readonly kind: Kind;
  readonly onPick: (kind: Kind) => void;
}

function Timeline({ entries, kept, kind, onPick }: TimelineProps) {
  const say = useWords(whoWords);
  const since = useSince(entries, kept);
  if (entries.length === 0) return <Notice title={say('nothingLooked')} text={say('nothingLookedText')} />;
  return (
    <>
      <p>{say('lookedIntro')}</p>
      <Filter kind={kind} onPick={onPick} />
      <Days entries={kind === 'all' ? entries : entries.filter((entry) => entry.kind === kind)} since={since} />
    </>
  );
}

interface OlderProps {
  readonly log: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown };
}

function Older({ log: { hasNextPage, isFetchingNextPage, fetchNextPage } }: OlderProps) {
  const say = useWords(whoWords);
  if (!hasNextPage) return <p className="hint end">{say('noOlder')}</p>;
  return (
    <button className="wide" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {say('older')}
    </button>
  );
}

/** After what an entry is new, as it was when this page opened, though by being shown it is seen; undefined: nothing is. */
function useSince(entries: readonly Disclosure[], kept: string): string | undefined {
  const newest = entries[0]?.at;
  useEffect(() => {
    if (newest !== undefined) saw(newest);
  }, [newest]);
  // What was shown last may lie further back than what is shown now: then all of this is new.
  return kept === '' ? undefined : (entries.find(({ at }) => markOf(at) === kept)?.at ?? '');
}

const KINDS = [
  ['all', 'filterAll'],
  ['view', 'filterView'],
  ['refusal', 'filterRefusal'],
  ['staff', 'filterStaff'],
] as const;

function Filter({ kind, onPick }: { readonly kind: Kind; readonly onPick: (kind: Kind) => void }) {
  const say = useWords(whoWords);
  return (
    <div className="filter" role="group" aria-label={say('filterLabel')}>
      {KINDS.map(([value, name]) => (
        <button key={value} className="quiet" aria-pressed={value === kind} onClick={() => onPick(value)}>
          {say(name)}
        </button>
      ))}
    </div>
  );
}

function Days({ entries, since }: { readonly entries: readonly Disclosure[]; readonly since: string | undefined }) {
  const say = useWords(whoWords);
  const language = useLanguage();
  if (entries.length === 0) return <p role="status">{say('nothingOfThis')}</p>;
  return byDays(entries).map(({ day, at, lines }) => (
    <section key={day} className="day">
      <h2>{inShanghai(language, 'day', at)}</h2>
      <ol>
        {named(lines, ({ first: { at, kind, act = '' } }) => `${at} ${kind} ${act}`).map(([name, line]) => (
          <LogLine key={name} line={line} isNew={since !== undefined && line.first.at > since} />
        ))}
      </ol>
    </section>
  ));
}

import { useEffect } from 'react';
import { codeOf, Failed } from '../data/api.js';
import { useAnnounce } from '../parts/announcer.js';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { DropZone } from './drop-zone.js';
import type { Progress } from './import-file.js';
import { importWords } from './import-words.js';
import { RejectedRows } from './rejected-rows.js';
import { Unreadable } from './slices.js';
import { type Import as State, useImport } from './use-import.js';
import { clinicWords } from './words.js';

/** Takes a laboratory's file, tells what becomes of its rows while it goes, and hands back those that were not taken. */
export function Import() {
  const home = useWords(clinicWords);
  const { state, begin, stop } = useImport();
  return (
    <Page title={home('import')} back="/clinic">
      {state.at === 'running' ? null : <DropZone isFirst={state.at === 'none'} onFile={begin} />}
      {state.at === 'none' ? null : <Running state={state} onStop={stop} onAgain={() => begin(state.file)} />}
    </Page>
  );
}

interface RunningProps {
  readonly state: Exclude<State, { readonly at: 'none' }>;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

const TITLES = { running: 'running', done: 'done', stopped: 'stopped', failed: 'failed' } as const;

function Running({ state, onStop, onAgain }: RunningProps) {
  const say = useWords(importWords);
  const { at, progress } = state;
  useSaid(at, progress);
  return (
    <section className="importing" aria-labelledby="importing">
      <h2 id="importing">{say(TITLES[at])}</h2>
      {at === 'running' ? <progress max={Math.max(progress.of, 1)} value={progress.read} aria-labelledby="importing" /> : null}
      <Tally progress={progress} />
      {at === 'running' ? <button onClick={onStop}>{say('stop')}</button> : null}
      {at === 'stopped' ? <p>{say('stoppedText')}</p> : null}
      {at === 'failed' ? <Failure error={state.error} onAgain={onAgain} /> : null}
      {at === 'running' || progress.rejected.length === 0 ? null : <RejectedRows rows={progress.rejected} />}
    </section>
  );
}

/** Tells readers how it ended; each step on the way would be too much. */
function useSaid(at: keyof typeof TITLES, { recorded, already, rejected }: Progress): void {
  const say = useWords(importWords);
  const announce = useAnnounce();
  const summary = `${say(TITLES[at])}. ${say('summary', { recorded, already, rejected: rejected.length })}`;
  useEffect(() => {
    if (at !== 'running') announce(summary);
  }, [at, summary, announce]);
}

function Tally({ progress: { recorded, already, rejected } }: { readonly progress: Progress }) {
  const say = useWords(importWords);
  const counts = [
    ['taken', say('taken'), recorded],
    ['already', say('already'), already],
    ['not-taken', say('notTaken'), rejected.length],
  ] as const;
  return (
    <dl className="tally">
      {counts.map(([kind, name, count]) => (
        <div key={kind} className={kind}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What ended it. What cannot be read is the file's fault, and to be mended there; all else may be tried again. */
function Failure({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const say = useWords(importWords);
  const code = codeOf(error);
  const isFile = error instanceof Unreadable || (error instanceof Failed && error.status === 400 && code !== undefined);
  if (isFile) return <Notice tone="care" title={say('unreadable')} text={say('unreadableText')} urgent />;
  return (
    <>
      <p>{say('failedText')}</p>
      <Trouble error={error} onRetry={onAgain} />
    </>
  );
}

import { useEffect, useEffectEvent } from 'react';
import { inShanghai, left } from '../data/time.js';
import { useNow } from '../data/use-now.js';
import { Page } from '../parts/page.js';
import { Pairs } from '../parts/pairs.js';
import { personWords } from '../parts/person-words.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { visible } from '../words/visible.js';
import { useWords } from '../words/words.js';
import { claimWords } from './claim-words.js';
import { CloseClaim } from './close-claim.js';
import { Countersign } from './countersign.js';
import { GROUNDS, type Handled, type Paper, paperKey } from './paper.js';
import { Propose } from './propose.js';
import { Scan } from './scan.js';
import { registrarWords } from './words.js';

interface DeskProps {
  readonly paper: Paper;
  /** By how many milliseconds the server's clock is before this device's. */
  readonly ahead: number;
  readonly onHandled: (handled: Handled) => void;
  readonly onNext: () => void;
}

/** The paper beside what was claimed, and below both the decision. Once the deal has lapsed nothing of it stays on the screen. */
export function Desk({ paper, ahead, onHandled, onNext }: DeskProps) {
  const say = useWords(claimWords);
  const room = useWords(registrarWords);
  return (
    <Page key="desk" title={room('claims')} back="/registrar">
      <p>{say(paper.stage === 'received' ? 'first' : 'second')}</p>
      <Remaining until={paper.dealtUntil} ahead={ahead} onOver={() => onHandled('lapsed')} />
      <div className="desk">
        <Claimed paper={paper} />
        <section className="card" aria-labelledby="paper">
          <h2 id="paper">{say('paper')}</h2>
          <Evidence paper={paper} />
          <Scan sha256={paper.claimed.evidence.sha256} />
        </section>
      </div>
      <section className="decision" aria-labelledby="decision">
        <h2 id="decision">{say('decide')}</h2>
        {paper.stage === 'received' ? <Propose paper={paper} onHandled={onHandled} onNext={onNext} /> : <Countersign paper={paper} onHandled={onHandled} onNext={onNext} />}
        <CloseClaim claim={paper.claim} onHandled={onHandled} onNext={onNext} />
      </section>
    </Page>
  );
}

function Remaining({ until, ahead, onOver }: Pick<DeskProps, 'ahead'> & { readonly until: string; readonly onOver: () => void }) {
  const say = useWords(claimWords);
  const language = useLanguage();
  const remaining = Date.parse(until) - useNow(ahead);
  const over = useEffectEvent(onOver);
  const isOver = remaining <= 0;
  useEffect(() => {
    if (isOver) over();
  }, [isOver]);
  return (
    <p className="hint" role="timer" aria-live="off">
      {say('yours', { at: inShanghai(language, 'time', until), left: left(remaining) })}
    </p>
  );
}

const DOCUMENTS = { 'resident-id': 'residentId', passport: 'passport', permit: 'permit' } as const;

function Claimed({ paper: { claimant, claimed } }: { readonly paper: Paper }) {
  const say = useWords(claimWords);
  const person = useWords(personWords);
  const terms = useTerms();
  const { type, state, number } = claimed.document;
  return (
    <section className="card" aria-labelledby="claimed">
      <h2 id="claimed">{say('claimed')}</h2>
      <Pairs
        facts={[
          [say('claimant'), terms.name(claimant)],
          [say('dependent'), terms.name(claimed.name)],
          [say('born'), claimed.birthDate],
          [say('document'), `${person(DOCUMENTS[type])} ${state} ${number}`],
          [say('ground'), say(GROUNDS[claimed.ground])],
        ]}
      />
    </section>
  );
}

function Evidence({ paper: { claimed } }: { readonly paper: Paper }) {
  const say = useWords(claimWords);
  const { type, authority, number, sha256 } = claimed.evidence;
  const known = paperKey(type);
  return (
    <Pairs
      facts={[
        [say('paperType'), known === undefined ? visible(type) : say(known)],
        [say('authority'), visible(authority)],
        [say('paperNumber'), visible(number)],
        [say('fingerprint'), (sha256.match(/.{1,8}/g) ?? []).join(' ')],
      ]}
    />
  );
}

import { useMutation } from '@tanstack/react-query';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { AuditTrouble } from './audit-trouble.js';
import { type Found, replay } from './reads.js';
import { agrees, type Stop } from './report.js';
import { auditorWords } from './words.js';

interface ProofProps {
  readonly found: Found;
  readonly stop: Stop | undefined;
}

const NOTHING = { data: undefined, error: null };

/** Fingerprints of answers, and a second replay that goes only as far as the instant. */
export function Proof({ found, stop }: ProofProps) {
  const say = useWords(auditorWords);
  const check = useMutation({ mutationFn: (at: string) => replay(found.asked, at) });
  const point = stop?.event ?? (stop === undefined ? '0' : new Date(stop.at).toISOString());
  // What another instant came to says nothing of this one.
  const { data, error } = check.variables === point ? check : NOTHING;
  return (
    <section className="over">
      <h2>{say('proof')}</h2>
      <Fingerprint {...found} />
      <p>{say('proofText')}</p>
      <div className="actions">
        <button disabled={check.isPending} onClick={() => check.mutate(point)}>
          {say('proofAct')}
        </button>
      </div>
      <AuditTrouble error={error} onRetry={() => check.mutate(point)} />
      {data === undefined ? null : (
        <>
          {agrees(found.report, data.report) ? <Notice title={say('proofSame')} urgent /> : <Notice tone="stop" title={say('proofOther')} text={say('proofOtherText')} urgent />}
          <Fingerprint asked={found.asked} {...data} />
        </>
      )}
    </section>
  );
}

function Fingerprint({ asked: { kind, id }, report: { position }, at, hash }: Found) {
  const say = useWords(auditorWords);
  return (
    <div className="fingerprint">
      <h3>{say('hash', { position })}</h3>
      <p className="id">{(hash.match(/.{1,8}/g) ?? []).join(' ')}</p>
      <p className="hint">{say('hashText', { command: `xinma replay --at ${at} --${kind} ${id}` })}</p>
    </div>
  );
}

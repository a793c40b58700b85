import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, clocked } from '../data/api.js';
import { Page } from '../parts/page.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { Strongly } from '../states/strongly.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { claimWords } from './claim-words.js';
import { Desk } from './desk.js';
import { Outcome } from './outcome.js';
import type { Handled } from './paper.js';
import { registrarWords } from './words.js';

const SAYS = { proposed: ['proposedDone', 'proposedDoneText'], countersigned: ['countersignedDone', 'countersignedDoneText'], closed: ['closedDone', 'closedDoneText'], lapsed: ['lapsed', 'lapsedText'] } as const;

/** Claims, one paper at a time. Nothing is opened by coming here: opening is recorded, and somebody's paper is then with one registrar. */
export function Claims() {
  const say = useWords(claimWords);
  const [handled, setHandled] = useState<Handled>();
  const next = useMutation({ mutationFn: () => clocked(api.POST('/v1/registry/claims/next')), onMutate: () => setHandled(undefined) });
  const open = (): void => next.mutate();
  if (handled !== undefined) return <Outcome title={say(SAYS[handled][0])} text={say(SAYS[handled][1])} onNext={open} next={say('next')} />;
  const found = next.isPending ? undefined : next.data;
  if (found !== undefined && found.paper !== null) return <Desk key={found.paper.claim} paper={found.paper} ahead={found.ahead} onHandled={setHandled} onNext={open} />;
  return <Waiting next={next} onOpen={open} />;
}

interface WaitingProps {
  readonly next: { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };
  readonly onOpen: () => void;
}

function Waiting({ next: { isPending, isSuccess, error }, onOpen }: WaitingProps) {
  const room = useWords(registrarWords);
  const say = useWords(claimWords);
  return (
    <Page key="waiting" title={room('claims')} back="/registrar">
      <Strongly>
        <p>{say('intro')}</p>
        {isPending ? <Loading /> : null}
        {error === null ? null : <Trouble error={error} onRetry={onOpen} />}
        {isSuccess ? <Notice title={say('none')} text={say('noneText')} urgent /> : null}
        {isPending || error !== null ? null : (
          <div className="actions">
            <button className="main" onClick={onOpen}>
              {say(isSuccess ? 'again' : 'open')}
            </button>
          </div>
        )}
      </Strongly>
    </Page>
  );
}

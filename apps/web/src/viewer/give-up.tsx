import { useMutation } from '@tanstack/react-query';
import { answered, api, codeOf } from '../data/api.js';
import { passed } from '../data/positions.js';
import { useAnnounce } from '../parts/announcer.js';
import { Confirm } from '../parts/confirm.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import type { Overlooked } from './reads.js';
import { useCalled } from './use-called.js';
import { viewerWords } from './words.js';

interface GiveUpProps {
  readonly one: Overlooked;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What is over already was given up, too: nobody who looks is told by whom. */
const relinquish = (id: string): Promise<void> =>
  answered(api.POST('/v1/consents/{id}/relinquishment', { params: { path: { id } }, body: {} })).then(
    ({ position }) => passed(position),
    (error: unknown) => {
      if (codeOf(error) !== 'consent-not-live' && codeOf(error) !== 'not-found') throw error;
    },
  );

/** One question before somebody gives up what they were granted: it cannot be taken back. */
export function GiveUp({ one, onClose, onDone }: GiveUpProps) {
  const say = useWords(viewerWords);
  const announce = useAnnounce();
  const who = useCalled()(one);
  const give = useMutation({
    mutationFn: () => relinquish(one.basis),
    onSuccess: () => {
      announce(say('gaveUpDone', { who }));
      onDone();
    },
  });
  return (
    <Confirm title={say('giveUpTitle', { who })} text={say('giveUpText')} sure={say('giveUpSure')} busy={give.isPending} onSure={() => give.mutate()} onClose={onClose}>
      {give.error === null ? null : <Trouble error={give.error} onRetry={() => give.mutate()} />}
    </Confirm>
  );
}

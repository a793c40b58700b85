import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { bases } from '../data/bases.js';
import { EVERY, WHILE_BEHIND } from '../data/lag.js';
import { passed } from '../data/positions.js';
import type { Onlooker } from '../data/types.js';
import { useAnnounce } from '../parts/announcer.js';
import { Confirm } from '../parts/confirm.js';
import { Trouble } from '../states/trouble.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { restOf } from './stands.js';
import { useSayStill } from './still.js';
import { whoWords } from './who-words.js';

interface EndBasisProps {
  readonly one: Onlooker;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

/** One question before a consent ends: what ends, and when. A request that was only opened is declined instead. */
export function EndBasis({ one, onClose, onEnded }: EndBasisProps) {
  const say = useWords(whoWords);
  const terms = useTerms();
  const who = terms.name(one.viewer);
  const end = useEnd(one, who, onEnded);
  const asked = one.state === 'opened';
  const texts = asked ? { title: `${say('decline')}: ${who}`, sure: say('decline') } : { title: say('revokeTitle', { who }), text: say('revokeText', { who, what: say(one.scope === 'results' ? 'revokeResults' : 'revokeStatus') }), sure: say('revokeSure') };
  return (
    <Confirm {...texts} busy={end.isPending} onSure={() => end.mutate()} onClose={onClose}>
      {end.error === null ? null : <Trouble error={end.error} onRetry={() => end.mutate()} />}
    </Confirm>
  );
}

/** Ends it, reads the list anew from where that was recorded, and says so: of this basis, and by what else the same person can look. */
function useEnd(one: Onlooker, who: string, onEnded: () => void) {
  const { basis, state } = one;
  const sayStill = useSayStill();
  const say = useWords(whoWords);
  const announce = useAnnounce();
  const queries = useQueryClient();
  const params = { path: { id: basis } };
  return useMutation({
    mutationFn: () => answered(state === 'opened' ? api.POST('/v1/consents/{id}/decline', { params, body: {} }) : api.POST('/v1/consents/{id}/revocation', { params, body: {} })),
    onSuccess: async ({ position }) => {
      passed(position);
      await queries.invalidateQueries({ queryKey: bases.queryKey });
      const read = queries.getQueryState(bases.queryKey);
      // What could not be read again is not said from before.
      const found = read?.status === 'success' ? read.data : undefined;
      const rest = found === undefined ? [] : restOf(one, found.onMe, Date.now() + found.ahead);
      announce([state === 'opened' ? say('declined') : say('revoked', { who }), ...sayStill(rest)].join(' '));
      onEnded();
    },
    // Who is refused has an old list before them: it was decided elsewhere. So has whoever was not answered, and closes the question; what they did has no position to read behind, and is read a moment after it was done.
    onError: () => {
      for (const later of [0, EVERY, WHILE_BEHIND]) setTimeout(() => void queries.invalidateQueries({ queryKey: bases.queryKey }), later);
    },
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { bases } from '../data/bases.js';
import { passed } from '../data/queries.js';
import type { Onlooker } from '../data/types.js';
import { useAnnounce } from '../parts/announcer.js';
import { Confirm } from '../parts/confirm.js';
import { Trouble } from '../states/trouble.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { whoWords } from './who-words.js';

interface EndBasisProps {
  readonly one: Onlooker;
  readonly onClose: () => void;
}

/** One question before a consent ends: what ends, and when. A request that was only opened is declined instead. */
export function EndBasis({ one, onClose }: EndBasisProps) {
  const say = useWords(whoWords);
  const terms = useTerms();
  const who = terms.name(one.viewer);
  const end = useEnd(one, who, onClose);
  const asked = one.state === 'opened';
  const texts = asked ? { title: `${say('decline')}: ${who}`, sure: say('decline') } : { title: say('revokeTitle', { who }), text: say('revokeText', { who, what: say(one.scope === 'results' ? 'revokeResults' : 'revokeStatus') }), sure: say('revokeSure') };
  return (
    <Confirm {...texts} busy={end.isPending} onSure={() => end.mutate()} onClose={onClose}>
      {end.error === null ? null : <Trouble error={end.error} onRetry={() => end.mutate()} />}
    </Confirm>
  );
}

/** Ends it, reads the list anew from where that was recorded, and says so. */
function useEnd({ basis, state }: Onlooker, who: string, onEnded: () => void) {
  const say = useWords(whoWords);
  const announce = useAnnounce();
  const queries = useQueryClient();
  const params = { path: { id: basis } };
  return useMutation({
    mutationFn: () => answered(state === 'opened' ? api.POST('/v1/consents/{id}/decline', { params, body: {} }) : api.POST('/v1/consents/{id}/revocation', { params, body: {} })),
    onSuccess: async ({ position }) => {
      passed(position);
      await queries.invalidateQueries({ queryKey: bases.queryKey });
      announce(state === 'opened' ? say('declined') : say('revoked', { who }));
      onEnded();
    },
  });
}

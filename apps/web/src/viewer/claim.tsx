import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answered, api } from '../data/api.js';
import { queries } from '../data/queries.js';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { Strongly } from '../states/strongly.js';
import { UnfitPerson } from '../states/unfit-person.js';
import { useWords } from '../words/words.js';
import { ClaimForm } from './claim-form.js';
import type { ClaimWish } from './claim-values.js';
import { sentClaim } from './claims-sent.js';
import { EnrolledForm } from './enrolled.js';
import { guardWords } from './guard-words.js';

/** Claims to be somebody's guardian. Every well-formed claim is answered alike, and this page knows no more than that. */
export function Claim() {
  const say = useWords(guardWords);
  const claim = useMutation({
    gcTime: 0,
    mutationFn: (wish: ClaimWish) => answered(api.POST('/v1/guardianships', { body: wish })),
    onSuccess: ({ claim: id }) => {
      sentClaim(id);
      void queries.invalidateQueries();
    },
  });
  if (claim.isSuccess) return <Taken />;
  return (
    <Page key="claim" title={say('claimTitle')} back="/viewer/guardian">
      <EnrolledForm>
        <Strongly>
          <p>{say('claimIntro')}</p>
          <ClaimForm busy={claim.isPending} onClaim={(wish) => claim.mutate(wish)} />
          {claim.error === null ? null : <UnfitPerson error={claim.error} />}
        </Strongly>
      </EnrolledForm>
    </Page>
  );
}

function Taken() {
  const say = useWords(guardWords);
  return (
    <Page key="taken" title={say('taken')} back="/viewer/guardian">
      <Notice text={say('takenText')}>
        <Link className="button main" to="/viewer/guardian">
          {say('toGuardian')}
        </Link>
      </Notice>
      <p className="hint gone">{say('takenLook')}</p>
    </Page>
  );
}

import { useMutation } from '@tanstack/react-query';
import { api, clocked, codeOf } from '../data/api.js';
import { passed } from '../data/positions.js';
import { queries } from '../data/queries.js';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { Strongly } from '../states/strongly.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { AskCode } from './ask-code.js';
import { AskForm, type Wish } from './ask-form.js';
import { askWords } from './ask-words.js';
import { EnrolledForm } from './enrolled.js';
import type { Request } from './reads.js';

/** Asks to see somebody: nobody is told anything until they open the code. */
export function Ask() {
  const say = useWords(askWords);
  // Of a try whose answer got lost `data/unsure.ts` keeps the key, for as long as it is the same that is asked for.
  const ask = useMutation({
    mutationFn: async (wish: Wish): Promise<Request> => clocked(api.POST('/v1/consent-requests', { body: wish })),
    onSuccess: ({ position }) => {
      passed(position);
      void queries.invalidateQueries();
    },
  });
  if (ask.data !== undefined) return <AskCode request={ask.data} onAgain={() => ask.reset()} />;
  return (
    <Page key="ask" title={say('ask')} back="/viewer">
      <EnrolledForm>
        <Strongly>
          <p>{say('intro')}</p>
          <AskForm busy={ask.isPending} onAsk={(wish) => ask.mutate(wish)} />
          <Failure error={ask.error} onRetry={() => (ask.variables === undefined ? undefined : ask.mutate(ask.variables))} />
        </Strongly>
      </EnrolledForm>
    </Page>
  );
}

function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const say = useWords(askWords);
  if (error === null) return null;
  const code = codeOf(error);
  if (code === 'too-many-consents') return <Notice tone="care" title={say('tooMany')} text={say('tooManyText')} urgent />;
  if (code === 'window') return <Notice tone="care" title={say('window')} text={say('windowText')} urgent />;
  return <Trouble error={error} onRetry={onRetry} />;
}

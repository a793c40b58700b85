import { useMutation } from '@tanstack/react-query';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Steps } from '../parts/steps.js';
import { Loading } from '../states/loading.js';
import { Strongly } from '../states/strongly.js';
import { useWords } from '../words/words.js';
import { AuditTrouble } from './audit-trouble.js';
import { History } from './history.js';
import { type Asked, askedFrom, replay } from './reads.js';
import { auditorWords } from './words.js';

/** Who could look, who did, who was refused: asked for once, then looked at at any instant. */
export function Access() {
  const say = useWords(auditorWords);
  const asking = useMutation({ mutationFn: async (asked: Asked) => ({ asked, ...(await replay(asked)) }) });
  if (asking.data !== undefined) return <History key={asking.data.asked.id} found={asking.data} onOther={asking.reset} />;
  return (
    <Page key="ask" title={say('access')} back="/auditor">
      <Strongly>
        <p>{say('asked')}</p>
        <Ask busy={asking.isPending} onAsk={asking.mutate} />
        {asking.isPending ? <Loading /> : null}
        <AuditTrouble error={asking.error} onRetry={() => asking.variables !== undefined && asking.mutate(asking.variables)} />
      </Strongly>
    </Page>
  );
}

function Ask({ busy, onAsk }: { readonly busy: boolean; readonly onAsk: (asked: Asked) => void }) {
  const say = useWords(auditorWords);
  const form = useForm({ id: '' }, ({ id }) => (askedFrom(id) === undefined ? { id: say('idWrong') } : {}));
  const asked = askedFrom(form.values.id);
  const content = <Field field={form.field('id')} label={say('id')} hint={say('idHint')} plain />;
  return <Steps form={form} steps={[{ names: ['id'], content }]} act={say('ask')} busy={busy} onDone={() => asked !== undefined && onAsk(asked)} />;
}

import { useMutation } from '@tanstack/react-query';
import { answered, api, codeOf } from '../data/api.js';
import { Choice } from '../parts/choice.js';
import { Confirm } from '../parts/confirm.js';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { guardianshipWords } from './guardianship-words.js';
import { Refused } from './refused.js';

/** What a registrar does to a guardianship. */
export type Act = 'suspension' | 'reinstatement' | 'end';

const SAYS = { suspension: ['stopTitle', 'stopText', 'stopSure'], reinstatement: ['liftTitle', 'liftText', 'liftSure'], end: ['endTitle', 'endText', 'endSure'] } as const;
/** The usual reasons, so that stopping takes no typing. */
const USUAL = ['whySubject', 'whyParty', 'whyReport'] as const;

interface HandleProps {
  readonly id: string;
  readonly act: Act;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One question before it is done. To stop it, a reason is picked already; to lift or end it, somebody has to write one. */
export function HandleGuardianship({ id, act, onClose, onDone }: HandleProps) {
  const say = useWords(guardianshipWords);
  const [title, text, sure] = SAYS[act];
  const form = useForm({ usual: 'whySubject', reason: '' }, ({ reason }) => (act !== 'suspension' && reason.trim() === '' ? { reason: say('reasonEmpty') } : {}));
  const handle = useMutation({ mutationFn: () => post(act, id, act === 'suspension' ? say(USUAL.find((one) => one === form.values.usual) ?? 'whySubject') : form.values.reason.trim()), onSuccess: onDone });
  return (
    <Confirm title={say(title)} text={say(text)} sure={say(sure)} tone={act === 'reinstatement' ? 'main' : 'warn'} busy={handle.isPending} onSure={() => void form.submit(() => handle.mutate())} onClose={onClose}>
      {act === 'suspension' ? (
        <Choice title={say('why')} options={USUAL.map((value) => ({ value, text: say(value) }))} field={form.field('usual')} />
      ) : (
        <Field field={form.field('reason')} label={say('reason')} hint={say('reasonHint')} most={500} />
      )}
      <Failure error={handle.error} />
    </Confirm>
  );
}

function post(act: Act, id: string, reason: string): Promise<unknown> {
  const options = { params: { path: { id } }, body: { reason } };
  switch (act) {
    case 'suspension':
      return answered(api.POST('/v1/registry/guardianships/{id}/suspension', options));
    case 'reinstatement':
      return answered(api.POST('/v1/registry/guardianships/{id}/reinstatement', options));
    case 'end':
      return answered(api.POST('/v1/registry/guardianships/{id}/end', options));
  }
}

function Failure({ error }: { readonly error: unknown }) {
  const say = useWords(guardianshipWords);
  const code = codeOf(error);
  if (code === 'not-found') return <Notice tone="care" title={say('unknown')} text={say('unknownText')} urgent />;
  if (code === 'guardianship-ended') return <Notice tone="care" title={say('alreadyEnded')} text={say('alreadyEndedText')} urgent />;
  return <Refused error={error} />;
}

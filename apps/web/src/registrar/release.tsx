import { useMutation } from '@tanstack/react-query';
import { answered, api, codeOf } from '../data/api.js';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Steps } from '../parts/steps.js';
import { Notice } from '../states/notice.js';
import { Strongly } from '../states/strongly.js';
import { useWords } from '../words/words.js';
import { Outcome } from './outcome.js';
import { Refused } from './refused.js';
import { typedId } from './typed-id.js';
import { registrarWords } from './words.js';

/** Lets results for a locked barcode in again. */
export function Release() {
  const say = useWords(registrarWords);
  const release = useMutation({ mutationFn: (id: string) => answered(api.POST('/v1/registry/samples/{id}/release', { params: { path: { id } } })) });
  if (release.isSuccess) return <Outcome title={say('released')} text={say('releasedText')} onNext={release.reset} />;
  return (
    <Page key="form" title={say('release')} back="/registrar">
      <Strongly>
        <p>{say('releaseIntro')}</p>
        <Form busy={release.isPending} onDone={release.mutate} />
        {codeOf(release.error) === 'not-found' ? <Notice tone="care" title={say('notSample')} text={say('notSampleText')} urgent /> : <Refused error={release.error} />}
      </Strongly>
    </Page>
  );
}

/** Empty again for the next one. */
function Form({ busy, onDone }: { readonly busy: boolean; readonly onDone: (id: string) => void }) {
  const say = useWords(registrarWords);
  const form = useForm({ sample: '' }, ({ sample }) => (/^[0-9a-f]{32}$/.test(typedId(sample)) ? {} : { sample: say('sampleWrong') }));
  const content = <Field field={form.field('sample')} label={say('sample')} hint={say('sampleHint')} plain />;
  return <Steps form={form} steps={[{ names: ['sample'], content }]} act={say('releaseAct')} busy={busy} onDone={() => onDone(typedId(form.values.sample))} />;
}

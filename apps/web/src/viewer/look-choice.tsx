import type { Scope } from '../data/types.js';
import { Choice } from '../parts/choice.js';
import { useForm } from '../parts/form.js';
import { Steps } from '../parts/steps.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import type { Overlooked } from './reads.js';
import type { Looking } from './view.js';
import { viewerWords } from './words.js';

interface LookChoiceProps {
  readonly one: Overlooked;
  readonly onLook: (looking: Looking) => void;
}

/** What for, before anything is asked: the least first, and only where there is a choice. Whoever looks is told that the other one sees it. */
export function LookChoice({ one: { scope, purposes }, onLook }: LookChoiceProps) {
  const say = useWords(viewerWords);
  const terms = useTerms();
  const scopes: readonly Scope[] = scope === 'results' ? ['status', 'results'] : ['status'];
  const form = useForm({ scope: 'status', purpose: purposes[0] ?? 'FAMRQT' }, () => ({}));
  const whats = scopes.map((value) => ({ value, text: say(value === 'results' ? 'lookResults' : 'lookStatus') }));
  const whys = purposes.map((value) => ({ value, text: terms.purpose(value) }));
  const steps = [
    ...(whats.length > 1 ? [{ names: ['scope'] as const, content: <Choice title={say('lookWhat')} options={whats} field={form.field('scope')} /> }] : []),
    ...(whys.length > 1 ? [{ names: ['purpose'] as const, content: <Choice title={say('lookWhy')} options={whys} field={form.field('purpose')} /> }] : []),
  ];
  const looking = (): Looking => ({ scope: form.values.scope === 'results' ? 'results' : 'status', purpose: form.values.purpose === 'SUPNWK' ? 'SUPNWK' : 'FAMRQT' });
  return (
    <>
      <p>{say('lookIntro')}</p>
      <Steps form={form} steps={steps} act={say('lookNow')} busy={false} onDone={() => onLook(looking())} />
    </>
  );
}

import { useState } from 'react';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Strongly } from '../states/strongly.js';
import { useWords } from '../words/words.js';
import { guardianshipWords } from './guardianship-words.js';
import { type Act, HandleGuardianship } from './handle-guardianship.js';
import { Outcome } from './outcome.js';
import { typedId } from './typed-id.js';
import { registrarWords } from './words.js';

const DONE = { suspension: ['stopped', 'stoppedText'], reinstatement: ['lifted', 'liftedText'], end: ['ended', 'endedText'] } as const;

/** A guardianship whose number a party brought: stopped in two taps by anybody on duty; lifted or ended by who signed in most strongly. */
export function Guardianship() {
  const say = useWords(guardianshipWords);
  const room = useWords(registrarWords);
  const [asked, setAsked] = useState<{ readonly act: Act; readonly id: string }>();
  const [done, setDone] = useState<Act>();
  if (done !== undefined) return <Outcome title={say(DONE[done][0])} text={say(DONE[done][1])} onNext={() => setDone(undefined)} next={say('another')} />;
  return (
    <Page key="form" title={room('guardianship')} back="/registrar">
      <p>{say('stopIntro')}</p>
      <Which onAsk={(act, id) => setAsked({ act, id })} />
      {asked === undefined ? null : (
        <HandleGuardianship
          key={asked.act}
          {...asked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined);
            setDone(asked.act);
          }}
        />
      )}
    </Page>
  );
}

function Which({ onAsk }: { readonly onAsk: (act: Act, id: string) => void }) {
  const say = useWords(guardianshipWords);
  const form = useForm({ id: '' }, ({ id }) => (/^g_[0-9a-f]{32}-\d{1,9}$/.test(typedId(id)) ? {} : { id: say('numberWrong') }));
  const ask = (act: Act) => () => void form.submit(() => onAsk(act, typedId(form.values.id)));
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask('suspension')();
        }}
      >
        <Field field={form.field('id')} label={say('number')} hint={say('numberHint')} plain />
        <button className="warn wide">{say('stop')}</button>
      </form>
      <section className="over">
        <h2>{say('more')}</h2>
        <Strongly level="al3">
          <div className="actions">
            <button onClick={ask('reinstatement')}>{say('lift')}</button>
            <button className="warn" onClick={ask('end')}>
              {say('end')}
            </button>
          </div>
        </Strongly>
      </section>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { Page } from '../parts/page.js';
import { Paged, useOnward } from '../parts/paged.js';
import { Answered } from '../states/answered.js';
import { Strongly } from '../states/strongly.js';
import { useWords } from '../words/words.js';
import { Stored } from './raw.js';
import { eventsAfter, type RawEvent } from './reads.js';
import { auditorWords } from './words.js';

/** As many as somebody looks through at once. */
const PAGE = 25;

/** The log as it is stored, a page at a time. */
export function Log() {
  const say = useWords(auditorWords);
  const [after, setAfter] = useState('0');
  const events = useQuery({ queryKey: ['events', after], queryFn: ({ signal }) => eventsAfter(after, PAGE, signal) });
  return (
    <Page title={say('log')} back="/auditor">
      <Strongly>
        <Paged
          parts={[
            { name: 'from', content: <From onFrom={setAfter} />, leadsOn: true },
            { name: 'events', content: <Answered query={events}>{(found) => <Events key={after} found={found} onLater={setAfter} />}</Answered> },
          ]}
        />
      </Strongly>
    </Page>
  );
}

function From({ onFrom }: { readonly onFrom: (after: string) => void }) {
  const say = useWords(auditorWords);
  const form = useForm({ after: '0' }, ({ after }) => (/^\d{1,18}$/.test(after.trim()) ? {} : { after: say('positionWrong') }));
  const onward = useOnward();
  const show = (): void => {
    onFrom(form.values.after.trim());
    onward();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(show);
      }}
    >
      <Field field={form.field('after')} label={say('position')} hint={say('logIntro')} most={18} plain />
      <button className="wide">{say('show')}</button>
    </form>
  );
}

function Events({ found, onLater }: { readonly found: readonly RawEvent[]; readonly onLater: (after: string) => void }) {
  const say = useWords(auditorWords);
  const last = found.at(-1);
  if (last === undefined)
    return (
      <>
        <p role="status">{say('noMore')}</p>
        <button className="wide" onClick={() => onLater('0')}>
          {say('earliest')}
        </button>
      </>
    );
  return (
    <>
      <ol className="events">
        {found.map((event) => (
          <li key={event.position}>
            <details>
              <summary>
                <span className="id">{event.position}</span> {event.type}
              </summary>
              <Stored event={event} />
            </details>
          </li>
        ))}
      </ol>
      <button className="wide" onClick={() => onLater(last.position)}>
        {say('later')}
      </button>
    </>
  );
}

import { DAY, formatInstant, instant } from '../../../../libs/kernel/index.js';
import { listAt, textAt } from './fields.js';
import { inWords } from './in-words.js';
import { MOTHER_ACCOUNT } from './people.js';
import { eventually, headOfLog, type Props, type Stage } from './scene.js';

const RESULTS = { scope: 'results', purpose: 'FAMRQT' } as const;

/** A daughter asks, her mother grants for a day, sees who looked, and takes it back: the next view is refused, and she sees that too. */
export async function consent({ server, story }: Stage): Promise<Omit<Props, 'guardianship' | 'claim'>> {
  story.scene('A daughter asks; her mother grants for a day');
  const [daughter, mother, auditor] = [await server.as('li-na'), await server.as(MOTHER_ACCOUNT), await server.as('auditor-tang')];
  const until = formatInstant(instant(Date.now() + DAY));
  const asked = story.expect('asking', await daughter.post('/v1/consent-requests', { ...RESULTS, until, label: 'Mum, test results' }), 201);
  const id = textAt(asked.body, 'consent');
  story.tell('li-na', `shows a code with the words ${wordsOf(asked.text)}`);
  const code = textAt(asked.body, 'code');
  const opened = story.expect('opening the code', await mother.post('/v1/consent-codes/openings', { code }), 200);
  story.same('both screens show the same words', wordsOf(opened.text), wordsOf(asked.text));
  story.tell('mother', `opens it: ${inWords(opened.body)}`);
  const early = story.expect('nothing is seen before the grant', await daughter.post(`/v1/bases/${id}/views`, RESULTS), 404);
  story.tell('li-na', `looks too early: ${early.status} ${textAt(early.body, 'code')}`);
  story.expect('granting', await mother.post(`/v1/consents/${id}/grant`, { ...RESULTS, until }), 200);
  const view = story.expect('the daughter sees', await daughter.post(`/v1/bases/${id}/views`, RESULTS), 200);
  story.holds('the view has a result of the imported feed', textAt(view.body, 'results', 0, 'result') === '260415000');
  story.tell('li-na', `sees: ${inWords(view.body)}`);
  story.tell('mother', `sees in her log: ${await newest('view')}`);
  const beforeRevocation = await headOfLog(auditor);

  story.scene('She takes it back');
  story.expect('revoking', await mother.post(`/v1/consents/${id}/revocation`), 200);
  const afterRevocation = await headOfLog(auditor);
  const refusal = story.expect('the next view is refused', await daughter.post(`/v1/bases/${id}/views`, RESULTS), 404);
  story.tell('li-na', `looks again: ${refusal.status} ${textAt(refusal.body, 'code')}`);
  story.tell('mother', `sees the refused attempt: ${await newest('refusal')}`);
  const shut = (await auditor.get('/v1/audit/events')).text.split('\n').find((line) => line.includes('"ConsentGranted"') && line.includes(id));
  const sample = textAt((await mother.get('/v1/me/results')).body, 'results', 0, 'sample');
  return { consent: id, code, sample, beforeRevocation, afterRevocation, mother: textAt(JSON.parse(shut ?? '{}'), 'data', 'subject') };

  // The newest line of her log, once it is of this kind.
  function newest(kind: 'view' | 'refusal'): Promise<string> {
    return eventually(async () => {
      const [entry] = listAt((await mother.get('/v1/me/disclosures')).body, 'entries');
      return textAt(entry, 'kind') === kind ? inWords(entry) : undefined;
    }, `the ${kind} in her log`);
  }
}

const wordsOf = (text: string): string => /"words":\[([^\]]+)\]/.exec(text)?.[1] ?? '';

import { readLines, type XinmaClient } from '../../../../libs/client/index.js';
import { DAY, formatInstant, instant } from '../../../../libs/kernel/index.js';
import { inWords } from './in-words.js';
import { MOTHER_ACCOUNT } from './people.js';
import { eventually, headOfLog, type Props, type Stage } from './scene.js';
import { StoryBroken } from './story.js';

const RESULTS = { scope: 'results', purpose: 'FAMRQT' } as const;

/** A daughter asks, her mother grants for a day, sees who looked, and takes it back: the next view is refused, and she sees that too. */
export async function consent(stage: Stage): Promise<Omit<Props, 'guardianship' | 'claim'>> {
  const { server, story } = stage;
  story.scene('A daughter asks; her mother grants for a day');
  const [daughter, mother, auditor] = [await server.as('li-na'), await server.as(MOTHER_ACCOUNT), await server.as('auditor-tang')];
  const until = formatInstant(instant(Date.now() + DAY));
  const asked = story.done('asking', await daughter.POST('/v1/consent-requests', { body: { ...RESULTS, until, label: 'Mum, test results' } }));
  const { consent: id, code } = asked;
  const at = { path: { id } };
  const look = () => daughter.POST('/v1/bases/{basis}/views', { params: { path: { basis: id } }, body: RESULTS });
  story.tell('li-na', `shows a code with the words ${asked.words.join(' ')}`);
  const opened = story.done('opening the code', await mother.POST('/v1/consent-codes/openings', { body: { code } }));
  story.same('both screens show the same words', opened.words, asked.words);
  story.tell('mother', `opens it: ${inWords(opened)}`);
  const early = story.refused('nothing is seen before the grant', await look(), 404);
  story.tell('li-na', `looks too early: ${early.status} ${early.code}`);
  story.done('granting', await mother.POST('/v1/consents/{id}/grant', { params: at, body: { ...RESULTS, until } }));
  const view = story.done('the daughter sees', await look());
  story.holds('the view has a result of the imported feed', view.results?.[0]?.result === '260415000');
  story.tell('li-na', `sees: ${inWords(view)}`);
  story.tell('mother', `sees in her log: ${await newest(stage, mother, 'view')}`);
  const beforeRevocation = await headOfLog(auditor);

  story.scene('She takes it back');
  story.done('revoking', await mother.POST('/v1/consents/{id}/revocation', { params: at }));
  const afterRevocation = await headOfLog(auditor);
  const refusal = story.refused('the next view is refused', await look(), 404);
  story.tell('li-na', `looks again: ${refusal.status} ${refusal.code}`);
  story.tell('mother', `sees the refused attempt: ${await newest(stage, mother, 'refusal')}`);
  const { results } = story.done('her own results', await mother.GET('/v1/me/results'));
  return { consent: id, code, sample: results[0]?.sample ?? '', beforeRevocation, afterRevocation, mother: await subjectOf(auditor, id) };
}

/** The newest line of her log, once it is of this kind. */
const newest = ({ story }: Stage, mother: XinmaClient, kind: 'view' | 'refusal'): Promise<string> =>
  eventually(async () => {
    const [entry] = story.done('her log', await mother.GET('/v1/me/disclosures')).entries;
    return entry?.kind === kind ? inWords(entry) : undefined;
  }, `the ${kind} in her log`);

/** Whose consent it is, as the log has it. */
async function subjectOf(auditor: XinmaClient, consentId: string): Promise<string> {
  for await (const { type, data } of readLines(auditor, '/v1/audit/events')) if (type === 'ConsentGranted' && data['consent'] === consentId) return String(data['subject']);
  throw new StoryBroken('the grant', 'is not in the log');
}

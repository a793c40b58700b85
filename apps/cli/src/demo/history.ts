import { listAt, textAt } from './fields.js';
import { inWords } from './in-words.js';
import { MOTHER_ACCOUNT } from './people.js';
import type { Props, Stage } from './scene.js';

/** A power cut and a restart: what was revoked stays revoked. */
export async function powerCut({ server, story }: Stage, { consent }: Props): Promise<void> {
  story.scene('A power cut');
  await server.kill();
  story.tell('system', 'kill -9; the server is gone');
  await server.start();
  const answer = await (await server.as('li-na')).post(`/v1/bases/${consent}/views`, { scope: 'results', purpose: 'FAMRQT' });
  story.expect('revoked is still revoked', answer, 404);
  story.tell('li-na', `looks after the restart: ${answer.status}`);
  story.expect('the mother is still herself', await (await server.as(MOTHER_ACCOUNT)).get('/v1/me'), 200);
}

/** The auditor replays the moments before and after the revocation. */
export async function audit({ server, story }: Stage, { mother, consent, beforeRevocation, afterRevocation }: Props): Promise<void> {
  story.scene('An auditor replays');
  const auditor = await server.as('auditor-tang');
  const at = async (point: string) => story.expect('a replay', await auditor.get(`/v1/audit/subjects/${mother}/access?at=${point}`), 200).body;
  const [before, after] = [await at(beforeRevocation), await at(afterRevocation)];
  const now = story.expect('a replay of now', await auditor.get(`/v1/audit/subjects/${mother}/access`), 200).body;
  story.same('one could look before', listAt(before, 'could').map((row) => textAt(row, 'basis')), [consent]);
  story.same('nobody could look after', listAt(after, 'could'), []);
  story.holds('who looked is the same before and after', listAt(before, 'did').length === 1 && listAt(after, 'did').length === 1);
  story.holds('refusals are in the replay', listAt(now, 'refused').length >= 2);
  story.tell('auditor-tang', `at position ${beforeRevocation} could look: ${inWords(listAt(before, 'could'))}`);
  story.tell('auditor-tang', `at position ${afterRevocation} could look: nobody; did: ${inWords(listAt(after, 'did'))}`);
  story.tell('auditor-tang', `until now ${listAt(now, 'refused').length} looks were refused: ${inWords(listAt(now, 'refused'))}`);
}

import { inWords } from './in-words.js';
import { MOTHER_ACCOUNT } from './people.js';
import type { Props, Stage } from './scene.js';

/** A power cut and a restart: what was revoked stays revoked. */
export async function powerCut({ server, story }: Stage, { consent }: Props): Promise<void> {
  story.scene('A power cut');
  await server.kill();
  story.tell('system', 'kill -9; the server is gone');
  await server.start();
  const answer = await (await server.as('li-na')).POST('/v1/bases/{basis}/views', { params: { path: { basis: consent } }, body: { scope: 'results', purpose: 'FAMRQT' } });
  const { status } = story.refused('revoked is still revoked', answer, 404);
  story.tell('li-na', `looks after the restart: ${status}`);
  story.done('the mother is still herself', await (await server.as(MOTHER_ACCOUNT)).GET('/v1/me'));
}

/** The auditor replays the moments before and after the revocation. */
export async function audit({ server, story }: Stage, { mother, consent, beforeRevocation, afterRevocation }: Props): Promise<void> {
  story.scene('An auditor replays');
  const auditor = await server.as('auditor-tang');
  const at = async (query: { readonly at?: string }) => story.done('a replay', await auditor.GET('/v1/audit/subjects/{id}/access', { params: { path: { id: mother }, query } }));
  const [before, after] = [await at({ at: beforeRevocation }), await at({ at: afterRevocation })];
  const now = await at({});
  story.same('one could look before', before.could.map((row) => row.basis), [consent]);
  story.same('nobody could look after', after.could, []);
  story.holds('who looked is the same before and after', before.did.length === 1 && after.did.length === 1);
  story.holds('refusals are in the replay', now.refused.length >= 2);
  story.tell('auditor-tang', `at position ${beforeRevocation} could look: ${inWords(before.could)}`);
  story.tell('auditor-tang', `at position ${afterRevocation} could look: nobody; did: ${inWords(after.did)}`);
  story.tell('auditor-tang', `until now ${now.refused.length} looks were refused: ${inWords(now.refused)}`);
}

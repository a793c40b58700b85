import { DAY, formatInstant, instant } from '../../../../libs/kernel/index.js';
import { keep } from '../../../issuer/home.js';
import { textAt } from './fields.js';
import { inWords } from './in-words.js';
import { eventually, type Props, type Stage } from './scene.js';
import { StoryBroken } from './story.js';

/** A mother claims her six-year-old; two registrars of two offices confirm; she sees the child's status. */
export async function guardianship(stage: Stage, issuerFolder: string): Promise<Pick<Props, 'guardianship' | 'claim'>> {
  const { server, story } = stage;
  story.scene('A guardian: claim, proposal, countersignature, view');
  const guardian = await server.as('li-na');
  const claimed = story.expect('a claim is taken', await guardian.post('/v1/guardianships', await claimOf(issuerFolder)), 202);
  const claim = textAt(claimed.body, 'claim');
  story.tell('li-na', `claims to be the mother of a six-year-old: ${inWords(claimed.body)}`);
  const reviewAt = formatInstant(instant(Date.now() + 365 * DAY));
  await handle(stage, 'registrar-he', claim, { act: 'proposal', body: { reviewAt } });
  await handle(stage, 'registrar-lin', claim, { act: 'countersignature', body: {} });
  const basis = await eventually(async () => {
    const { body, text } = await guardian.get('/v1/me/guardianships');
    return text.includes('"confirmed"') ? textAt(body, 'guardianships', 0, 'basis') : undefined;
  }, 'the guardianship');
  const view = story.expect('the guardian sees the child', await guardian.post(`/v1/bases/${basis}/views`, { scope: 'status', purpose: 'FAMRQT' }), 200);
  story.tell('li-na', `sees her child: ${inWords(view.body)}`);
  return { guardianship: basis, claim };
}

async function handle({ server, story }: Stage, name: string, claim: string, { act, body }: { readonly act: string; readonly body: object }): Promise<void> {
  const registrar = await server.as(name);
  const paper = await eventually(async () => {
    const { body: next, text } = story.expect('the next paper', await registrar.post('/v1/registry/claims/next'), 200);
    return text === '{"paper":null}' ? undefined : textAt(next, 'paper', 'claim');
  }, 'the paper');
  story.same('the paper is the claim', paper, claim);
  story.expect(act, await registrar.post(`/v1/registry/claims/${claim}/${act}`, body), 200);
  story.tell(name, `read the paper; ${act} recorded`);
}

/** The child as the paper in the guardian's hand has it. */
async function claimOf(issuerFolder: string): Promise<object> {
  const { cast } = await keep(issuerFolder, '2026-01-01');
  const child = cast.find(({ name }) => name === 'chen-xiaoyu')?.identity;
  if (child === undefined || child === null) throw new StoryBroken('the child', 'is not in the cast');
  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const evidence = { type: 'birth-certificate', authority: 'Haidian maternity hospital', number: 'DEMO-BIRTH-0001', sha256 };
  return { name: child.name, birthDate: child.birthDate, document: child.document, ground: 'parent-of-minor', evidence };
}

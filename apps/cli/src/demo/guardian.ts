import type { components, XinmaClient } from '../../../../libs/client/index.js';
import { DAY, formatInstant, instant } from '../../../../libs/kernel/index.js';
import { keep } from '../../../issuer/home.js';
import { inWords } from './in-words.js';
import { eventually, type Props, type Stage } from './scene.js';
import { type Answer, StoryBroken } from './story.js';

/** A mother claims her six-year-old; two registrars of two offices confirm; she sees the child's status. */
export async function guardianship(stage: Stage, issuerFolder: string): Promise<Pick<Props, 'guardianship' | 'claim'>> {
  const { server, story } = stage;
  story.scene('A guardian: claim, proposal, countersignature, view');
  const guardian = await server.as('li-na');
  const claimed = story.done('a claim is taken', await guardian.POST('/v1/guardianships', { body: await claimOf(issuerFolder) }));
  const { claim } = claimed;
  story.tell('li-na', `claims to be the mother of a six-year-old: ${inWords(claimed)}`);
  const reviewAt = formatInstant(instant(Date.now() + 365 * DAY));
  const params = { path: { id: claim } };
  await handle(stage, claim, { name: 'registrar-he', act: 'proposal' }, (registrar) => registrar.POST('/v1/registry/claims/{id}/proposal', { params, body: { reviewAt } }));
  await handle(stage, claim, { name: 'registrar-lin', act: 'countersignature' }, (registrar) => registrar.POST('/v1/registry/claims/{id}/countersignature', { params }));
  const basis = await eventually(async () => {
    const { guardianships } = story.done('her guardianships', await guardian.GET('/v1/me/guardianships'));
    return guardianships[0]?.basis;
  }, 'the guardianship');
  const view = story.done('the guardian sees the child', await guardian.POST('/v1/bases/{basis}/views', { params: { path: { basis } }, body: { scope: 'status', purpose: 'FAMRQT' } }));
  story.tell('li-na', `sees her child: ${inWords(view)}`);
  return { guardianship: basis, claim };
}

interface Handling {
  readonly name: string;
  readonly act: string;
}

async function handle({ server, story }: Stage, claim: string, { name, act }: Handling, handling: (registrar: XinmaClient) => Promise<Answer<unknown>>): Promise<void> {
  const registrar = await server.as(name);
  const paper = await eventually(async () => {
    const { paper: next } = story.done('the next paper', await registrar.POST('/v1/registry/claims/next'));
    return next?.claim;
  }, 'the paper');
  story.same('the paper is the claim', paper, claim);
  story.done(act, await handling(registrar));
  story.tell(name, `read the paper; ${act} recorded`);
}

/** The child as the paper in the guardian's hand has it. */
async function claimOf(issuerFolder: string): Promise<components['schemas']['ClaimBody']> {
  const { cast } = await keep(issuerFolder, '2026-01-01');
  const child = cast.find(({ name }) => name === 'chen-xiaoyu')?.identity;
  if (child === undefined || child === null) throw new StoryBroken('the child', 'is not in the cast');
  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const evidence = { type: 'birth-certificate', authority: 'Haidian maternity hospital', number: 'DEMO-BIRTH-0001', sha256 };
  return { name: child.name, birthDate: child.birthDate, document: child.document, ground: 'parent-of-minor', evidence };
}

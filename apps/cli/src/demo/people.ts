import { DEVELOPMENT_ISSUER } from '../../../issuer/issuer.js';
import { planSeed } from '../feed/seed-plan.js';
import { inWords } from './in-words.js';
import type { Stage } from './scene.js';
import { StoryBroken } from './story.js';

/** Those who enrol themselves, by the names of the cast. */
const THEMSELVES = ['li-na', 'chen-wei', 'stranger'] as const;

/** The account that the mother, who was enrolled at a counter, is given in person. */
export const MOTHER_ACCOUNT = 'unverified';

/** The feed's test person who is the mother in the story. */
export const MOTHER = { family: 'Di Caprio', given: 'Marilù Teresa' } as const;

/** People come in: some themselves, the mother at the counter, where her account is linked. */
export async function enrol({ server, story }: Stage, feed: readonly string[]): Promise<void> {
  story.scene('People enrol');
  for (const name of THEMSELVES) {
    const person = await server.as(name);
    const before = story.refused('nobody is known before enrolling', await person.GET('/v1/me'), 404);
    story.done('enrolment is taken', await person.POST('/v1/enrolments'));
    const me = story.done('an enrolled person sees themselves', await person.GET('/v1/me'));
    story.tell(name, `before: ${before.status}; after: ${inWords(me)}`);
  }
  const registrar = await server.as('registrar-he');
  const mother = planSeed(feed).holders.find(({ person }) => person.name.family === MOTHER.family)?.person;
  if (mother === undefined) throw new StoryBroken('the mother', 'is not in the feed');
  story.done('the mother is known at the counter', await registrar.POST('/v1/registry/enrolments', { body: mother }));
  const account = { issuer: DEVELOPMENT_ISSUER, subject: MOTHER_ACCOUNT };
  story.done('her account is linked', await registrar.POST('/v1/registry/account-links', { body: { ...mother, ...account } }));
  const me = story.done('the mother sees herself', await (await server.as(MOTHER_ACCOUNT)).GET('/v1/me'));
  story.tell('registrar-he', 'saw the mother and her passport, and linked her account');
  story.tell('mother', `sees herself: ${inWords(me)}`);
}

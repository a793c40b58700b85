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
    const before = story.expect('nobody is known before enrolling', await person.get('/v1/me'), 404);
    story.expect('enrolment is taken', await person.post('/v1/enrolments'), 202);
    const me = story.expect('an enrolled person sees themselves', await person.get('/v1/me'), 200);
    story.tell(name, `before: ${before.status}; after: ${inWords(me.body)}`);
  }
  const registrar = await server.as('registrar-he');
  const mother = planSeed(feed).holders.find(({ person }) => person.name.family === MOTHER.family)?.person;
  if (mother === undefined) throw new StoryBroken('the mother', 'is not in the feed');
  story.expect('the mother is known at the counter', await registrar.post('/v1/registry/enrolments', mother), 202);
  const account = { issuer: DEVELOPMENT_ISSUER, subject: MOTHER_ACCOUNT };
  story.expect('her account is linked', await registrar.post('/v1/registry/account-links', { ...mother, ...account }), 202);
  const me = story.expect('the mother sees herself', await (await server.as(MOTHER_ACCOUNT)).get('/v1/me'), 200);
  story.tell('registrar-he', 'saw the mother and her passport, and linked her account');
  story.tell('mother', `sees herself: ${inWords(me.body)}`);
}

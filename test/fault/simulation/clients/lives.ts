import { type CitizenId, MINUTE } from '../../../../libs/kernel/index.js';
import { Random } from '../machine/random.js';
import type { World } from '../world.js';
import { terms } from './ideas.js';
import { send } from './send.js';
import type { Town } from './town.js';

/** What is so before anything goes wrong: three consents that were asked for, opened and granted in peace. */
export async function lives(world: World, { adults }: Town): Promise<void> {
  const random = new Random(`lives ${world.seed}`);
  const [api] = world.apis;
  for (const viewer of adults.slice(0, 3)) {
    const asked = await send(world, { kind: 'request', by: viewer, terms: terms(random, world.scheduler.now + MINUTE) }, 'lives', api);
    const known = world.consents.find(({ consent }) => consent === asked.target);
    if (known === undefined) throw new Error(`the run does not begin: ${asked.outcome} ${asked.code}`);
    const subject: CitizenId = known.handedTo;
    await send(world, { kind: 'open', by: subject, code: known.code }, 'lives', api);
    await send(world, { kind: 'grant', by: subject, consent: known.consent, terms: known.terms }, 'lives', api);
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownConsent } from '../../simulation/clients/ideas.js';
import type { Api } from '../stage/stage.js';
import type { Fault, Scene, Trace } from './fault.js';
import { becomes, signal } from './upon.js';

/** How often a consent is looked for that can be shown and revoked: others are at them, too. */
const TRIES = 12;

const look = ({ viewer, consent, terms: { purpose } }: KnownConsent) => ({ kind: 'view', by: viewer, basis: consent, scope: 'status', purpose }) as const;

/** A granted consent that this process has just shown, so that it remembers it. */
async function remembered({ sender, random }: Scene, through: number): Promise<KnownConsent | undefined> {
  const { consents, granted } = sender.seen;
  const known = random.pick(consents.filter(({ consent }) => granted.has(consent)));
  return (await sender.send(look(known), '', { through })).outcome === 'done' ? known : undefined;
}

/** Stops the process when the record of a view of this basis has left it, and keeps the record back. */
function stopAtRecord({ life, toDatabase }: Api, { consent }: KnownConsent) {
  const held = Promise.withResolvers<'pass'>();
  const caught = { pid: 0 };
  toDatabase.play((bytes, way) => {
    if (way !== 'there' || caught.pid !== 0 || !bytes.includes(`"basis":"${consent}"`)) return 'pass';
    caught.pid = life.pid;
    signal(life.pid, 'SIGSTOP');
    return held.promise;
  });
  return { caught, letPass: () => held.resolve('pass') };
}

async function strike(scene: Scene): Promise<Trace> {
  const { stage, sender, random } = scene;
  await becomes(() => stage.apis.every(({ life }) => life.isReady), 20_000);
  const through = random.below(2);
  const api = stage.apis[through] ?? stage.apis[0];
  const known = await remembered(scene, through);
  if (known === undefined) return { bit: false, seen: 'there was nothing to be seen' };
  const { caught, letPass } = stopAtRecord(api, known);
  try {
    const viewing = sender.send(look(known), '', { through });
    const isCaught = await becomes(() => caught.pid > 0, 3_000);
    const { outcome } = await sender.send({ kind: 'revoke', by: known.handedTo, consent: known.consent }, randomUUID(), { through: 1 - through });
    // Its record arrives while it still stands, or after it has gone on.
    if (random.chance(0.5)) letPass();
    await sleep(random.around(300));
    signal(caught.pid, 'SIGCONT');
    letPass();
    const view = await viewing;
    const bit = isCaught && outcome === 'done';
    if (bit && view.outcome === 'done') sender.seen.broken.push(`${known.consent} was shown although its record came after the revocation`);
    return { bit, seen: `${api.life.name}: the revocation was ${outcome}, the view ${view.outcome} ${view.code ?? ''}` };
  } finally {
    signal(caught.pid, 'SIGCONT');
    letPass();
    api.toDatabase.play();
  }
}

/** A process has decided to show something, and is stopped before its record reaches the log; the consent is revoked through the other process; then the first goes on. */
export const lateDecision: Fault = {
  name: 'a process stands still between a decision and its record, while the consent is revoked through the other',
  at: 'ground',
  weight: 3,
  async strike(scene) {
    let trace = await strike(scene);
    for (let tries = 1; !trace.bit && tries < TRIES; tries += 1) trace = await strike(scene);
    return trace;
  },
};

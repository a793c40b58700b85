import type { Operation } from '../../checker/history.js';
import { Random } from '../machine/random.js';
import { EPOCH } from '../machine/simulated-clock.js';
import type { PlannedClient, Who } from '../plan.js';
import type { World } from '../world.js';
import { type Command, otherBody } from './command.js';
import { clinics, personal, registrars, type Situation } from './ideas.js';
import { send } from './send.js';
import type { Town } from './town.js';

/** How often one step is sent at most. */
const TRIES = 4;

/** Somebody who does one thing after another, and does not give up when nobody answers. */
export class Client {
  /** What was sent before, under its key: a phone that was away sends it again much later. */
  private readonly sent: { readonly command: Command; readonly key: string }[] = [];

  constructor(
    private readonly world: World,
    private readonly town: Town,
    private readonly name: number,
  ) {}

  async run({ who, steps }: PlannedClient): Promise<void> {
    for (const step of steps) {
      const random = new Random(`step ${this.world.seed} ${this.name} ${step}`);
      await this.world.scheduler.sleep(random.around(random.pick([20, 150, 600])));
      await this.step(who, random, `${this.name}-${step}`);
    }
  }

  private async step(who: Who, random: Random, key: string): Promise<void> {
    const command = this.ideaOf(who, { random, town: this.town, consents: this.world.consents, granted: this.world.granted, now: this.world.scheduler.now });
    if (command === undefined) return;
    if (random.chance(0.04)) await this.untilItsEnd(command, random);
    if (random.chance(0.3)) await this.lookThroughBoth(command, random);
    await this.once(command, random, key);
    if (random.chance(0.6)) await this.lookThroughBoth(command, random);
    if (random.chance(0.12) && this.sent.length > 0) await this.again(random);
    this.sent.push({ command, key });
  }

  private async once(command: Command, random: Random, key: string): Promise<void> {
    // An impatient thumb, or a proxy that repeats: both processes at once.
    if (random.chance(0.08)) await Promise.all(this.world.apis.map((api) => send(this.world, command, key, api)));
    else await Promise.all([this.insist(command, random, key), random.chance(0.5) ? this.onlookers(command, random) : undefined]);
  }

  private async again(random: Random): Promise<void> {
    const { command, key } = random.pick(this.sent);
    await send(this.world, random.chance(0.2) ? otherBody(command) : command, key, random.pick(this.world.apis));
    if (random.chance(0.5)) await this.lookThroughBoth(command, random);
  }

  /** Others look just while something about their basis changes, or while somebody else looks. */
  private async onlookers(command: Command, random: Random): Promise<void> {
    const look = lookAt(command, this.world, this.town);
    const eager = Array.from({ length: look === undefined ? 0 : random.below(4) }, async () => {
      await this.world.scheduler.sleep(random.around(4));
      return look && send(this.world, look, '', random.pick(this.world.apis));
    });
    await Promise.all(eager);
  }

  /** And right before and after it changed, through either process: what one remembers, or does not know yet, is no answer. */
  private async lookThroughBoth(command: Command, random: Random): Promise<void> {
    const look = command.kind === 'view' ? undefined : lookAt(command, this.world, this.town);
    if (look === undefined) return;
    const [first, second] = random.chance(0.5) ? this.world.apis : this.world.apis.toReversed();
    for (const api of [first, second]) if (api !== undefined) await send(this.world, look, '', api);
  }

  private ideaOf(who: Who, situation: Situation): Command | undefined {
    if (who === 'registrar') return registrars(situation);
    if (who === 'nurse') return clinics(situation);
    const citizen = this.town.adults[who];
    return citizen && personal(situation, citizen);
  }

  private async insist(command: Command, random: Random, firstKey: string): Promise<void> {
    let [key, body] = [firstKey, command];
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { outcome } = await send(this.world, body, key, random.pick(this.world.apis));
      const isDecided = outcome === 'done' || outcome === 'refused';
      if (isDecided && !random.chance(0.05)) return;
      const next = random.weighted({ same: 6, otherKey: 2, otherBody: 1, leave: 1 });
      if (next === 'leave') return;
      if (next === 'otherKey') key = `${firstKey}-${tries}`;
      if (next === 'otherBody') body = otherBody(body);
      await this.world.scheduler.sleep(random.around(30));
    }
  }

  /** Waits for the last instant of the basis that is to be looked at. */
  private async untilItsEnd(command: Command, random: Random): Promise<void> {
    const known = command.kind === 'view' ? this.world.consents.find(({ consent }) => consent === command.basis) : undefined;
    if (known !== undefined) await this.world.scheduler.sleep(known.terms.until - EPOCH - this.world.scheduler.now - random.below(10) + 4);
  }
}

/** How the viewer of the basis that a command is about would look. */
function lookAt(command: Command, { consents }: World, { wards }: Town): Command | undefined {
  if (command.kind === 'view') return command;
  const terms = { kind: 'view', scope: 'status', purpose: 'FAMRQT' } as const;
  const known = 'consent' in command ? consents.find(({ consent }) => consent === command.consent) : undefined;
  const ward = 'guardianship' in command ? wards.find(({ guardianship }) => guardianship === command.guardianship) : undefined;
  if (known !== undefined) return { ...terms, by: known.viewer, basis: known.consent, purpose: known.terms.purpose };
  return ward && { ...terms, by: ward.guardian, basis: ward.guardianship };
}

/** A last look at everything, through both processes, when nothing goes wrong any more. */
export async function lookAtEverything(world: World, town: Town): Promise<readonly Operation[]> {
  const looks = [...world.consents.map(({ consent, viewer }) => ({ basis: consent, by: viewer })), ...town.wards.map(({ guardianship, guardian }) => ({ basis: guardianship, by: guardian }))];
  const operations: Operation[] = [];
  for (const api of world.apis) for (const look of looks) operations.push(await send(world, { kind: 'view', scope: 'status', purpose: 'FAMRQT', ...look }, '', api));
  return operations;
}

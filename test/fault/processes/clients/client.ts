import { setTimeout as sleep } from 'node:timers/promises';
import { actorOf, type Command, otherBody } from '../../simulation/clients/command.js';
import { clinics, personal, registrars, type Situation } from '../../simulation/clients/ideas.js';
import { EPOCH } from '../../simulation/machine/simulated-clock.js';
import { Random } from '../../simulation/machine/random.js';
import { keptAlive } from './ask.js';
import type { Again } from './seen.js';
import type { Sender, Way } from './send.js';

/** How long they wait before they try again, at first and at most, in milliseconds. */
const AGAIN = { first: 60, most: 1_500 } as const;

/** How many commands somebody may come back to. */
const REMEMBERED = 200;

/** Who somebody is: a person of the town by number, the registrar, or the clinic's nurse. */
export type Who = number | 'registrar' | 'nurse';

/** In milliseconds. */
export interface Habits {
  /** Between two things, on average. */
  readonly pace: number;
  /** For how long they insist on a decision. */
  readonly insists: number;
}

/** Somebody who does one thing after another through either process, and insists on an answer. */
export class Client {
  private readonly agent = keptAlive();
  private readonly sent: { readonly command: Command; readonly key: string }[] = [];

  constructor(
    private readonly sender: Sender,
    private readonly who: Who,
    private readonly random: Random,
    private readonly habits: Habits,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let step = 0; !signal.aborted; step += 1) {
      await sleep(this.random.around(this.habits.pace), undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.step(`${String(this.who)}-${step}`);
    }
  }

  end(): void {
    this.agent.destroy();
  }

  private async step(key: string): Promise<void> {
    const { random } = this;
    const command = this.idea();
    if (command === undefined) return;
    if (random.chance(0.1)) await this.sender.read(actorOf(command), random.pick(['/v1/me/bases', '/v1/me/disclosures', '/v1/me']), this.way(), random.chance(0.3) ? 'HEAD' : 'GET');
    // An impatient thumb, or a proxy that repeats: both processes at once.
    if (random.chance(0.06)) {
      this.count('sameKey', command);
      await Promise.all([0, 1].map((through) => this.sender.send(command, key, { ...this.way(), through })));
    }
    await Promise.all([this.insist(command, key), random.chance(0.25) ? this.lookOnce(command) : undefined]);
    if (random.chance(0.5)) await this.lookThroughBoth(command);
    await this.again(command, key);
  }

  /** Something from before, with its key: a phone that was away. */
  private async again(latest: Command, key: string): Promise<void> {
    if (this.sent.length > 0 && this.random.chance(0.12)) {
      const { command, key } = this.random.pick(this.sent);
      const next = this.random.chance(0.2) ? otherBody(command) : command;
      this.count(next === command ? 'sameKey' : 'otherBody', command);
      await this.sender.send(next, key, this.way());
      if (this.random.chance(0.5)) await this.lookThroughBoth(command);
    }
    if (latest.kind !== 'view') this.sent.push({ command: latest, key });
    if (this.sent.length > REMEMBERED) this.sent.splice(0, REMEMBERED / 2);
  }

  /** Sends it until somebody decides: with the same key mostly, else with another, or with another body under the same. Now and then once more after that. */
  private async insist(first: Command, firstKey: string): Promise<void> {
    const { random, sender: { seen: { intents } } } = this;
    intents.all += 1;
    const next = { command: first, key: firstKey };
    const change = (): void => {
      const how = random.weighted<Again>({ sameKey: 6, otherKey: 2, otherBody: 2 });
      const other = how === 'otherBody' ? otherBody(next.command) : next.command;
      this.count(how === 'otherBody' && other === next.command ? 'sameKey' : how, first);
      if (how === 'otherKey') next.key = `${firstKey}-${random.below(1_000_000)}`;
      next.command = other;
    };
    if (!(await this.untilDecided(next, change))) return;
    intents.decided += 1;
    if (!random.chance(0.2)) return;
    change();
    await this.sender.send(next.command, next.key, this.way());
  }

  private count(how: Again, { kind }: Command): void {
    if (kind !== 'view') this.sender.seen.retries[how] += 1;
  }

  /** False where nobody decided in all the time that they had. */
  private async untilDecided(next: { readonly command: Command; readonly key: string }, change: () => void): Promise<boolean> {
    let pause: number = AGAIN.first;
    for (const until = performance.now() + this.habits.insists; performance.now() < until; pause = Math.min(2 * pause, AGAIN.most)) {
      const { outcome } = await this.sender.send(next.command, next.key, this.way());
      if (outcome === 'done' || outcome === 'refused') return true;
      change();
      await sleep(this.random.around(pause));
    }
    return false;
  }

  private async lookOnce(command: Command): Promise<void> {
    const look = this.lookAt(command);
    if (look !== undefined) await this.sender.send(look, '', this.way());
  }

  /** Right after a basis changed, through either process: what one remembers, or does not know yet, is no answer. */
  private async lookThroughBoth(command: Command): Promise<void> {
    const look = command.kind === 'view' ? undefined : this.lookAt(command);
    if (look === undefined) return;
    for (const through of this.random.chance(0.5) ? [0, 1] : [1, 0]) await this.sender.send(look, '', { ...this.way(), through });
  }

  /** How the viewer of the basis that a command is about would look. */
  private lookAt(command: Command): Command | undefined {
    const { settled, seen } = this.sender;
    if (command.kind === 'view') return command;
    const terms = { kind: 'view', scope: 'status', purpose: 'FAMRQT' } as const;
    const known = 'consent' in command ? seen.consents.findLast(({ consent }) => consent === command.consent) : undefined;
    const ward = 'guardianship' in command ? settled.town.wards.find(({ guardianship }) => guardianship === command.guardianship) : undefined;
    if (known !== undefined) return { ...terms, by: known.viewer, basis: known.consent, purpose: known.terms.purpose };
    return ward && { ...terms, by: ward.guardian, basis: ward.guardianship };
  }

  private way(): Way {
    const { random } = this;
    // What a browser that has seen it before would send: nothing may be answered by "you have it".
    const headers = random.chance(0.2) ? { 'if-none-match': '*', 'if-modified-since': new Date().toUTCString() } : {};
    return { through: random.below(2), headers, agent: random.chance(0.8) ? this.agent : undefined };
  }

  private idea(): Command | undefined {
    const { settled: { town }, seen } = this.sender;
    const situation: Situation = { random: this.random, town, consents: seen.consents, granted: seen.granted, now: Date.now() - EPOCH };
    if (this.who === 'registrar') return registrars(situation);
    if (this.who === 'nurse') return clinics(situation);
    const citizen = town.adults[this.who];
    return citizen && personal(situation, citizen);
  }
}

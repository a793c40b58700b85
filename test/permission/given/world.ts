import { ReadModels } from '../../../libs/application/ports/index.js';
import { SweepClaims } from '../../../libs/application/guardianship/index.js';
import { People } from '../../../libs/application/people/index.js';
import type { Assurance } from '../../../libs/application/request.js';
import { EventStore } from '../../../libs/event-store/index.js';
import { type CitizenId, formatInstant, plus } from '../../../libs/kernel/index.js';
import type { CastMember } from '../../../apps/issuer/cast.js';
import { type Answer, Instance, type Person, speaker } from '../../kit/instance.js';

/** A whole instance and its people, as tables and attacks arrange them: everything over HTTP. */
export class World {
  private readonly speakers = new Map<string, Promise<Person>>();

  private constructor(readonly instance: Instance) {}

  /** Starts it with these of the cast enrolled; `at` is RFC 3339, now where it is left out. */
  static async start(citizens: readonly string[], at?: string): Promise<World> {
    const world = new World(await Instance.start(at === undefined ? {} : { at }));
    await Promise.all(citizens.map((name) => world.does(name, 'al2', '/v1/enrolments')));
    return world;
  }

  /** Somebody of the cast; the same token each time. */
  as(name: string, level: Assurance): Promise<Person> {
    const key = `${name} ${level}`;
    const known = this.speakers.get(key) ?? this.instance.as(name, level);
    this.speakers.set(key, known);
    return known;
  }

  /** With any token, or none. */
  with(token: string | undefined): Person {
    return speaker(this.instance.address, token);
  }

  /** Carries out what has to go through; the answer's body. */
  async does(name: string, level: Assurance, path: string, body: object = {}): Promise<Answer['body']> {
    return went(path, await (await this.as(name, level)).post(path, body));
  }

  /** Asks what has to be answered. */
  async sees(name: string, path: string): Promise<Answer['body']> {
    return went(path, await (await this.as(name, 'al2')).get(path));
  }

  async member(name: string): Promise<CastMember> {
    return this.instance.member(name);
  }

  /** Who somebody of the cast is to the ledger. */
  async citizen(name: string): Promise<CitizenId> {
    const found = await this.instance.server.app.get(People).citizenOf(this.instance.account(name));
    if (found === undefined) throw new Error(`${name} is not enrolled`);
    return found;
  }

  /** RFC 3339, so many milliseconds from now. */
  in(milliseconds: number): string {
    return formatInstant(plus(this.instance.clock.now(), milliseconds));
  }

  wait(milliseconds: number): void {
    this.instance.clock.advance(milliseconds);
  }

  /** Until what was decided is carried through and the read models have seen all of it. */
  async settled(): Promise<void> {
    const { app } = this.instance.server;
    await app.get(SweepClaims).idle();
    if (!(await app.get(ReadModels).reached(await app.get(EventStore).head(), 10_000))) throw new Error('the read models stay behind');
  }

  close(): Promise<void> {
    return this.instance.close();
  }
}

function went(path: string, { status, body, text }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(`${path} was to go through: ${status} ${text}`);
  return body;
}

/** Text that has to be there. */
export function textIn(body: unknown, ...path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>((part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined), body);
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')}`);
  return found;
}

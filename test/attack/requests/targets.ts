import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';
import { HTTP_STATUS } from '../../../apps/api/src/edge/http-status.js';
import { EventStore } from '../../../libs/event-store/index.js';
import { bodyOf, unusedId } from '../../permission/given/bodies.js';
import { Consents, SUBJECT } from '../../permission/given/consents.js';
import { World } from '../../permission/given/world.js';
import { DOORS } from '../../permission/tables/doors.js';
import { withoutFresh } from '../silence/hear.js';
import { type Answer, type Bytes, exchange, written } from './wire.js';

/** A route, and the request for it that a well-behaved client makes. */
export interface Target {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  /** What the body is written in; undefined where there is none. */
  readonly type: string | undefined;
  readonly body: string;
  /** The same for each try, so that trying again adds nothing. */
  readonly key: string;
  /** Whom the route is for, and somebody whom it is not. */
  readonly right: string;
  readonly wrong: string;
}

const VIEWER = 'ouyang-xue';

/** Nobody; somebody signed in whom the route is not for; and whom it is for. */
export type Sender = 'nobody' | 'wrong' | 'right';

/** An instance, its routes, and people who send what they like to them. */
export class Range {
  private constructor(
    readonly world: World,
    readonly targets: readonly Target[],
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  static async open(): Promise<Range> {
    const world = await World.start([VIEWER, SUBJECT, 'stranger', 'nurse-zhou', 'registrar-he', 'auditor-tang']);
    const { id } = await new Consents(() => world).in('live', { viewer: VIEWER });
    const names = ['unverified', 'stranger', VIEWER, 'nurse-zhou', 'registrar-he', 'auditor-tang'];
    const tokens = new Map<string, string>();
    for (const name of names) tokens.set(name, (await world.as(name, 'al3')).token ?? '');
    const range = new Range(world, DOORS.map(([route]) => targetOf(route, world, id)), tokens);
    await world.settled();
    // What each makes happen has happened: from here on, trying again adds nothing.
    for (const target of range.targets) await range.send(range.plain(target, 'right'));
    await world.settled();
    return range;
  }

  target(route: string): Target {
    return this.targets.find((target) => target.route === route) ?? missing(route);
  }

  address(): string {
    return this.world.instance.address;
  }

  /** How many events there are. */
  head(): Promise<bigint> {
    return this.world.instance.server.app.get(EventStore).head();
  }

  /** The headers of a well-behaved client, as this sender. */
  headers(target: Target, sender: Sender): readonly string[] {
    const { method, type, body, key } = target;
    const token = sender === 'nobody' ? undefined : this.tokens.get(target[sender]);
    const post = method === 'POST' ? [`content-type: ${type}`, `idempotency-key: ${key}`, `content-length: ${Buffer.byteLength(body)}`] : [];
    return ['host: localhost', 'connection: close', ...(token === undefined ? [] : [`authorization: Bearer ${token}`]), ...post];
  }

  /** The request that a well-behaved client makes. */
  plain(target: Target, sender: Sender): Bytes {
    return { line: `${target.method} ${target.path}`, headers: this.headers(target, sender), body: target.body };
  }

  /** The one answer; undefined where the server hung up without one. */
  async send(bytes: Bytes): Promise<Answer | undefined> {
    const [answer, ...more] = await exchange(this.address(), written(bytes));
    expect(more).toEqual([]);
    return answer;
  }

  close(): Promise<void> {
    return this.world.close();
  }
}

function missing(what: string): never {
  throw new Error(`missing: ${what}`);
}

/** Who of the staff sits in which rooms. */
const STAFF = [
  [/^\/v1\/registry\//, 'registrar-he'],
  [/^\/v1\/(?:samples|results|clinics)\b/, 'nurse-zhou'],
  [/^\/v1\/audit\//, 'auditor-tang'],
] as const;

function targetOf(route: string, world: World, consent: string): Target {
  const [method = '', path = ''] = route.split(' ');
  const place = path.replace(/\{\w+\}/, path.includes('/bases/{basis}') ? consent : unusedId(route));
  const type = path.endsWith('/imports') ? 'application/x-ndjson' : 'application/json';
  return { route, method, path: place, type, body: method === 'GET' ? '' : JSON.stringify(bodyOf(path, world)), key: randomUUID(), ...peopleOf(path) };
}

function peopleOf(path: string): Pick<Target, 'right' | 'wrong'> {
  const staff = STAFF.find(([rooms]) => rooms.test(path))?.[1];
  if (staff !== undefined) return { right: staff, wrong: 'stranger' };
  // At somebody else's consent any citizen is wrong; in what is open to each citizen, whoever is not enrolled.
  return { right: VIEWER, wrong: path.includes('{') ? 'stranger' : 'unverified' };
}

/** Routes that record each time that they are asked: a look, a refused look, a replay. */
const recordsEachTime = ({ path }: Target): boolean => /\/views$|^\/v1\/audit\/(?:bases|subjects)\//.test(path);

/** All that two decisions can be told apart by. Of what grows with each request, or is long, only how it began. */
function decisionOf({ path }: Target, { status, headers, body }: Answer): object {
  const { 'content-type': type } = headers;
  const grows = path.startsWith('/v1/audit/') || path === '/openapi.json' || path === '/v1/me/disclosures';
  return { status, type, body: grows ? '' : withoutFresh({ status, headers: [], body }).body };
}

const MEMBERS = new Set(['type', 'title', 'status', 'code', 'field', 'level', 'grant']);

/** Holds where the answer is a "no" that says nothing but a code of the closed set, or the server hung up. */
export function expectClosed(what: string, answer: Answer | undefined): void {
  if (answer === undefined) return;
  const { status, headers, body } = answer;
  expect({ what, refused: status >= 400 && status < 500, type: headers['content-type']?.split(';')[0], cache: headers['cache-control'] }).toEqual({ what, refused: true, type: 'application/problem+json', cache: 'no-store' });
  const problem = body === '' ? undefined : (JSON.parse(body) as Readonly<Record<string, unknown>>);
  if (problem === undefined) return;
  expect({ what, status: HTTP_STATUS[problem['code'] as keyof typeof HTTP_STATUS], others: Object.keys(problem).filter((name) => !MEMBERS.has(name)) }).toEqual({ what, status, others: [] });
}

/** One try at a route: what was sent, in words, and what came back. */
export interface Try {
  readonly what: string;
  readonly target: Target;
  readonly answer: Answer | undefined;
}

/** Whether it was decided like the plain request. Fails where it was decided otherwise and is not a closed "no" either. */
function isAlike({ what, target, answer }: Try, decided: object): boolean {
  if (answer !== undefined && isDeepStrictEqual(decisionOf(target, answer), decided)) return true;
  expectClosed(`${target.route}, ${what}`, answer);
  return false;
}

/** A request changed in one way, with the way in words. */
export type Change = readonly [what: string, change: (plain: Bytes, target: Target) => Bytes];

/** The changes are shared: whom a route is for sends every second, the others, whom it stops at its door, every eighth; the next route gets the next ones. */
const shareOf = (changes: readonly Change[], place: number, sender: Sender): readonly Change[] => {
  const every = sender === 'right' ? 2 : 8;
  return changes.filter((_, index) => index % every === place % every);
};

/**
 * Sends each change of the plain request to the route as this sender. Holds where each is decided like the plain one, or is a closed "no", and where the log has
 * gained what the plain request, as often as a change was decided like it, would have added, and nothing more. How many were decided like it.
 */
export async function sweep(range: Range, target: Target, sender: Sender, changes: readonly Change[]): Promise<number> {
  const plain = range.plain(target, sender);
  const decided = decisionOf(target, (await range.send(plain)) ?? missing('an answer to the plain request'));
  const before = await range.head();
  const tries = await Promise.all(shareOf(changes, range.targets.indexOf(target), sender).map(async ([what, change]) => ({ what, target, answer: await range.send(change(plain, target)) })));
  const alike = tries.filter((one) => isAlike(one, decided)).length;
  const gained = Number((await range.head()) - before);
  expect({ route: target.route, sender, gained, isMore: gained > (recordsEachTime(target) ? alike : 0) }).toMatchObject({ isMore: false });
  return alike;
}

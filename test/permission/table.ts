import { describe, expect, it } from '@jest/globals';
import type { Answer, Person } from '../kit/instance.js';
import type { Assurance } from '../../libs/application/request.js';
import type { World } from './given/world.js';

/**
 * One cell. `who`: role and assurance (`citizen al1`; without a level, al2 for citizens and al3 for staff), or `nobody`, or `bad token`. `relation`: what they
 * are to the thing; `state`: how the thing stands. `route`: method and path, then what is asked for, where it matters. `answer`: status, code, level.
 */
export type Row = readonly [who: string, relation: string, state: string, route: string, answer: string];

/** A thing in its state: its id, and which of the cast stands in which relation to it. */
export interface Given {
  readonly id: string;
  readonly parties: Readonly<Record<string, string>>;
  /** What else its bodies are made of. */
  readonly [detail: string]: unknown;
}

/** How the rows of a table are played. */
export interface Play {
  readonly world: () => World;
  /** Makes a thing in this state. */
  given(state: string): Promise<Given>;
  /** A body that the route would take; `asked` is what the row says after the path. */
  body(path: string, asked: readonly string[], given: Given): object | Promise<object>;
}

/** A route as the document names it. */
export const routeOf = ([, , , route]: Row): string => route.split(/[ ?]/).slice(0, 2).join(' ');

/** For what a row takes to arrange, on a busy machine; in milliseconds. */
const PATIENCE = 30_000;

/** Runs every row over HTTP. */
export function play(what: string, rows: readonly Row[], stage: Play): void {
  const shelf = new Shelf(stage);
  describe(`${what}:`, () => {
    it.each(rows)('%s (%s), %s: %s -> %s', async (...row: Row) => {
      const [who, relation, state, route, answer] = row;
      const given = await shelf.take(state);
      const person = await speakerOf(stage.world(), who, given.parties[relation], relation);
      const [method = '', path = '', ...asked] = route.split(' ');
      const place = path.replace(/\{\w+\}/, given.id);
      const got = method === 'GET' ? await person.get(place) : await posted(person, place, await stage.body(path, asked, given));
      expect(said(got)).toBe(answer);
      expect(got.headers.get('cache-control')).toBe(path === '/docs' ? 'no-cache' : 'no-store');
      if (got.status < 300 && method === 'POST' && !path.endsWith('/views')) shelf.spent();
    }, PATIENCE);
  });
}

const posted = (person: Person, path: string, body: object): Promise<Answer> => (path.endsWith('/imports') ? person.postLines(path, [body]) : person.post(path, body));

/** Status, code, level; and what a row may want to tell apart in a "yes". */
export function said({ status, body: { code, level, verdict, flagged, paper, locked } }: Answer): string {
  const more = [flagged === true && 'flagged', paper === null && 'nothing', Array.isArray(locked) && (locked.length === 0 ? 'none' : 'some')];
  return [status, status < 400 ? undefined : code, level, verdict, ...more].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
}

/** Things that only refusals have touched are used again: a refusal that changed anything shows in the rows after it. */
class Shelf {
  private last: { readonly state: string; readonly at: number; readonly given: Given } | undefined;

  constructor(private readonly stage: Play) {}

  async take(state: string): Promise<Given> {
    const now = () => this.stage.world().instance.clock.now();
    if (this.last?.state !== state || this.last.at !== now()) {
      const given = await this.stage.given(state);
      this.last = { state, at: now(), given };
    }
    return this.last.given;
  }

  spent(): void {
    this.last = undefined;
  }
}

async function speakerOf(world: World, who: string, name: string | undefined, relation: string): Promise<Person> {
  if (who === 'nobody') return world.with(undefined);
  if (who === 'bad token') return world.with('not.a.token');
  if (name === undefined) throw new Error(`nobody is ${relation}`);
  const [kind, level = kind === 'citizen' ? 'al2' : 'al3'] = who.split(' ');
  return world.as(name, level as Assurance);
}

import type { IncomingMessage } from 'node:http';
import { Body, Get, Query } from '@nestjs/common';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import {
  AccessToken, account, anyone, Asked, Asker, citizen, clinic, IsInstant, IsOptional, Length, type Line, Me, ndjson, ndjsonWhile, OnDuty, OrNull,
  pagesWhile, Path, Raw, Room, Route, Stands, Streamed, type StreamedBody, ValidateNested,
} from '../../apps/api/src/edge/index.js';
import type { Rooms } from '../../apps/api/src/rooms.js';
import type { Actor, CommandRequest, Duty, Standing } from '../../libs/application/request.js';
import { StoreUnavailable } from '../../libs/event-store/index.js';
import { CitizenId } from '../../libs/kernel/index.js';

class Part {
  @Matches(/^[A-Z]{2}$/)
  readonly state!: string;
}

/** A body with one field of each kind. */
export class Kinds {
  static readonly example = { text: 'abc', count: 3, flag: true, scope: 'status', until: '2026-11-23T00:00:00Z', parts: [{ state: 'CN' }], note: null } satisfies Kinds;
  @IsString()
  @Length(1, 5)
  readonly text!: string;
  @IsInt()
  @Min(0)
  @Max(9)
  readonly count!: number;
  @IsBoolean()
  readonly flag!: boolean;
  @IsIn(['status', 'results'])
  readonly scope!: string;
  @IsInstant()
  readonly until!: string;
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Part)
  @ArrayMaxSize(2)
  readonly parts?: readonly Part[];
  @IsOptional()
  @OrNull()
  @IsString()
  readonly note?: string | null;
}

class Page {
  static readonly about = { after: 'Where to begin' };
  static readonly example = { after: '1' } satisfies Page;
  @IsOptional()
  @Matches(/^[0-9]{1,3}$/)
  readonly after?: string;
}

class Said {
  static readonly example = { said: 'this' } satisfies Said;
  @IsString()
  readonly said!: string;
}

const ok = { 200: Said };

/** Steers `/t/slow`, which answers once. */
export const slow = { began: Promise.withResolvers<void>(), goOn: Promise.withResolvers<void>() };

/** Who asks `/t/hold` waits here for `letGo`. */
export const held = {
  goOn: Promise.withResolvers<void>(),
  letGo() {
    this.goOn.resolve();
    this.goOn = Promise.withResolvers<void>();
  },
};

async function* lines(): AsyncGenerator<readonly object[]> {
  yield [{ said: 'at last' }];
}

/** Routes of every kind, answering what they were given. */
@Room('system')
export class TestRoom {
  @Route({ method: 'POST', path: '/t/kinds', urgency: 'ordinary', summary: 'Test', allow: anyone, kind: 'view', body: Kinds, answers: ok, refusals: [] })
  kinds(@Body() body: Kinds) {
    return { said: JSON.stringify(body) };
  }

  @Route({ method: 'POST', path: '/t/{id}/command', urgency: 'ordinary', summary: 'Test', allow: account('al1'), answers: { 201: Said }, refusals: [] })
  command(@Asked() asked: CommandRequest, @Path('id', CitizenId) id: CitizenId) {
    return { said: `${id} ${asked.newId('thing')} ${asked.fingerprint}` };
  }

  @Route({ method: 'GET', path: '/t/page', urgency: 'ordinary', summary: 'Test', allow: anyone, query: Page, answers: ok, refusals: [] })
  page(@Query() query: Page) {
    return { said: query.after ?? 'start' };
  }

  @Route({ method: 'GET', path: '/t/me', urgency: 'ordinary', summary: 'Test', allow: citizen('al1'), answers: ok, refusals: [] })
  me(@Me() me: CitizenId) {
    return { said: me };
  }

  @Route({ method: 'GET', path: '/t/strong', urgency: 'ordinary', summary: 'Test', allow: account('al3'), answers: ok, refusals: [] })
  strong(@Asker() actor: Actor) {
    return { said: actor.assurance };
  }

  @Route({ method: 'GET', path: '/t/asker', urgency: 'ordinary', summary: 'Test', allow: account('al1'), answers: ok, refusals: [] })
  asker(@Asker() actor: Actor, @AccessToken() token: string) {
    return { said: `${actor.assurance} ${actor.account} ${token.length > 0}` };
  }

  @Route({ method: 'GET', path: '/t/duty', urgency: 'ordinary', summary: 'Test', allow: clinic('al1'), answers: ok, refusals: [] })
  duty(@OnDuty() duty: Duty) {
    return { said: `${duty.role} ${duty.institutionName}` };
  }

  @Route({ method: 'POST', path: '/t/lines', urgency: 'lengthy', summary: 'Test', allow: anyone, kind: 'view', consumes: 'rows', streamed: { 'application/x-ndjson': 'one\n', 'text/csv': 'a,b\n1,2\n' }, columns: { known: ['a', 'b', 'c'], required: ['a', 'b'] }, produces: 'ndjson', answers: ok, refusals: [] })
  lines(@Streamed() { lines, raw }: StreamedBody) {
    return ndjsonWhile(raw, told(lines));
  }

  @Route({ method: 'POST', path: '/t/long', urgency: 'lengthy', summary: 'Test', allow: clinic('al1'), kind: 'view', consumes: 'rows', streamed: { 'application/x-ndjson': 'one\n' }, produces: 'ndjson', answers: ok, refusals: [] })
  long(@Streamed() { lines, raw }: StreamedBody, @Stands() stands: Standing) {
    return ndjsonWhile(raw, whileStanding(told(lines), stands));
  }

  @Route({ method: 'GET', path: '/t/long', urgency: 'lengthy', summary: 'Test', allow: clinic('al1'), produces: 'ndjson', answers: ok, refusals: [] })
  longAnswer(@Stands() stands: Standing, @Raw() raw: IncomingMessage) {
    return ndjsonWhile(raw, pagesWhile(untilHeld(), stands));
  }

  @Route({ method: 'GET', path: '/t/broken', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  broken(): never {
    throw new Error('secret-value 110101199003070000');
  }

  @Route({ method: 'GET', path: '/t/slow', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  async slow() {
    slow.began.resolve();
    await slow.goOn.promise;
    return { said: 'at last' };
  }

  @Route({ method: 'GET', path: '/t/hold', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  async hold() {
    await held.goOn.promise;
    return { said: 'at last' };
  }

  @Route({ method: 'GET', path: '/t/hold-stream', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, produces: 'ndjson', refusals: [] })
  async holdStream() {
    await held.goOn.promise;
    return ndjson(lines());
  }

  @Route({ method: 'GET', path: '/t/hold-long', urgency: 'lengthy', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  holdLong() {
    return this.hold();
  }

  // Some of these are more than the kernels of both sides hold.
  @Route({ method: 'GET', path: '/t/much', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  much() {
    return { said: 'x'.repeat(2 ** 18) };
  }

  @Route({ method: 'POST', path: '/t/{id}/end', urgency: 'protective', summary: 'Test', allow: anyone, kind: 'view', answers: ok, refusals: [] })
  end(@Path('id', CitizenId) id: CitizenId) {
    return { said: id };
  }

  @Route({ method: 'GET', path: '/t/talkative', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  talkative() {
    return { said: 'this', secret: 'that' };
  }

  @Route({ method: 'GET', path: '/t/mute', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  mute() {
    return { secret: 'that' };
  }

  @Route({ method: 'GET', path: '/t/unavailable', urgency: 'ordinary', summary: 'Test', allow: anyone, answers: ok, refusals: [] })
  unavailable(): never {
    throw new StoreUnavailable();
  }

  // The mistake that the gate is there for: a route that somebody forgot to give a permission.
  @Get('/t/unmarked')
  unmarked() {
    return { said: 'never' };
  }
}

/** Bodies of lines that were begun, and what those broke by that did. */
export const bodies = { begun: 0, broken: new Array<unknown>() };

async function* told(lines: AsyncIterable<readonly Line[]>) {
  bodies.begun += 1;
  try {
    for await (const some of lines) yield some.map((line) => ({ said: saidOf(line) }));
  } catch (error) {
    bodies.broken.push(error);
    throw error;
  }
}

async function* whileStanding<T>(pages: AsyncIterable<T>, stands: Standing): AsyncGenerator<T> {
  for await (const page of pages) {
    await stands();
    yield page;
  }
}

/** More than a page, and the rest once `held` is let go. */
async function* untilHeld(): AsyncGenerator<object> {
  for (let line = 0; line < 300; line += 1) yield { said: String(line) };
  await held.goOn.promise;
  yield { said: 'at last' };
}

const saidOf = (line: Line): string => (line.kind === 'line' ? Buffer.from(line.bytes).toString() : line.kind === 'fields' ? JSON.stringify(line.fields) : line.kind);

/** For `startEdge`. */
export const TEST_ROOMS: Rooms = { controllers: [TestRoom], handlers: [] };

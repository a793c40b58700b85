import { type Description, type Media, type Operation, operationsOf, type Parameter } from '../served.js';
import { type Follow, misfits, type Placed, type Schema } from './schemas.js';

/** An operation, and how references in it are followed. */
interface Side {
  readonly operation: Permitted;
  readonly follow: Follow;
}
type Permitted = Operation & { readonly 'x-permission'?: { readonly who: string; readonly assurance: string } };

const followIn =
  ({ components }: Description): Follow =>
  (schema) =>
    schema.$ref === undefined ? schema : (components.schemas[schema.$ref.slice('#/components/schemas/'.length)] as Schema);

/** Why clients of one description would break on another; nothing where what changed only adds. Codes of problems may be added: a client goes by the status. */
export function breaking(before: Description, after: Description): readonly string[] {
  const now = new Map(operationsOf(after));
  return operationsOf(before).flatMap(([route, operation]) => {
    const changed = now.get(route);
    if (changed === undefined) return [`${route}: is gone`];
    const [was, is] = [{ operation, follow: followIn(before) }, { operation: changed, follow: followIn(after) }];
    return [...permission(was, is), ...parameters(was, is), ...bodies(was, is), ...answers(was, is)].map((reason) => `${route}: ${reason}`);
  });
}

function permission({ operation: was }: Side, { operation: is }: Side): readonly string[] {
  if (was.security.length !== is.security.length) return [is.security.length === 0 ? 'asks for no token any more' : 'asks for a token'];
  const [before, after] = [was['x-permission'], is['x-permission']];
  if (before === undefined || after === undefined) return [];
  return [...(before.who === after.who ? [] : [`is for ${after.who}`]), ...(after.assurance > before.assurance ? [`asks for ${after.assurance}`] : [])];
}

const nameOf = ({ name, in: where }: Parameter): string => `${where} ${name}`;

function parameters(was: Side, is: Side): readonly string[] {
  const before = new Map(was.operation.parameters.map((one) => [nameOf(one), one]));
  const after = new Map(is.operation.parameters.map((one) => [nameOf(one), one]));
  const asked = [...after].filter(([name, one]) => one.required && before.get(name)?.required !== true).map(([name]) => `${name} has to be given`);
  const gone = [...before.keys()].filter((name) => !after.has(name)).map((name) => `${name} is gone`);
  const narrowed = [...before].flatMap(([name, one]) => taken(placed(one.schema, was), placed(after.get(name)?.schema ?? one.schema, after.has(name) ? is : was), name));
  return [...asked, ...gone, ...narrowed];
}

const placed = (schema: object, { follow }: Side): Placed => ({ schema: schema as Schema, follow });

/** What was sent until now has to be taken from now on. */
const taken = (was: Placed, is: Placed, at: string): readonly string[] => misfits(was, is, at, false);

/** What is answered from now on has to be what was read until now. */
const answered = (was: Placed, is: Placed, at: string): readonly string[] => misfits(is, was, at, true);

type Contents = Readonly<Record<string, Media>>;

/** Each media type that there was, with what became of it. */
const contents = (was: Contents, is: Contents, at: string, judge: (before: Media, after: Media, at: string) => readonly string[]): readonly string[] =>
  Object.entries(was).flatMap(([type, media]) => {
    const now = is[type];
    return now === undefined ? [`${at} ${type} is gone`] : judge(media, now, `${at} ${type}`);
  });

const NONE = { required: false, content: {} };

function bodies(was: Side, is: Side): readonly string[] {
  const [before, after] = [was.operation.requestBody ?? NONE, is.operation.requestBody ?? NONE];
  const asked = after.required && !before.required ? ['a body has to be sent'] : [];
  return [...asked, ...contents(before.content, after.content, 'body', (one, other, at) => taken(placed(one.schema, was), placed(other.schema, is), at))];
}

function answers(was: Side, is: Side): readonly string[] {
  const good = Object.entries(was.operation.responses).filter(([status]) => Number(status) < 400);
  return good.flatMap(([status, before]) => {
    const after = is.operation.responses[status];
    if (after === undefined) return [`${status} is gone`];
    return contents(before.content ?? {}, after.content ?? {}, status, (one, other, at) => answered(placed(one.schema, was), placed(other.schema, is), at));
  });
}

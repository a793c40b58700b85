import { text } from './bases.js';
import type { Finding, History, Kind, LogEntry, Name, Operation } from './history.js';

/** Which types of event may stand for a command that was carried out, and the field that names its target. */
const EVENTS: Readonly<Record<Exclude<Kind, 'view'>, { readonly types: readonly string[]; readonly target: string }>> = {
  request: { types: ['ConsentRequested'], target: 'consent' },
  open: { types: ['ConsentCodeOpened'], target: 'consent' },
  grant: { types: ['ConsentGranted'], target: 'consent' },
  decline: { types: ['ConsentDeclined'], target: 'consent' },
  revoke: { types: ['ConsentRevoked', 'ConsentRelinquished', 'ConsentEnded'], target: 'consent' },
  relinquish: { types: ['ConsentRelinquished', 'ConsentRevoked', 'ConsentEnded'], target: 'consent' },
  suspend: { types: ['GuardianshipSuspended', 'GuardianshipEnded'], target: 'guardianship' },
  reinstate: { types: ['GuardianshipReinstated', 'GuardianshipConfirmed'], target: 'guardianship' },
  end: { types: ['GuardianshipEnded'], target: 'guardianship' },
  correct: { types: ['ResultCorrected', 'ResultRecorded'], target: 'sample' },
  withdraw: { types: ['ResultWithdrawn'], target: 'sample' },
};

const keyOf = ({ actor, kind, key, target }: Operation): string => `${actor} ${kind} ${kind === 'request' ? '' : target} ${key}`;

/** No command is carried out twice, no key stands for two bodies, and what was acknowledged is in the log. */
export function checkCommands({ operations, log }: History): readonly Finding[] {
  const commands = operations.filter(({ kind }) => kind !== 'view');
  const done = commands.filter(({ outcome }) => outcome === 'done');
  return [...lost(done, log), ...twice(commands, log), ...onceOnly(log), ...[...Map.groupBy(done, keyOf).values()].flatMap(unlike)];
}

function lost(done: readonly Operation[], log: readonly LogEntry[]): readonly Finding[] {
  const standing = new Set(log.map(placeOf));
  return done.filter((command) => !stands(command, standing, log)).map((command) => found('acknowledged-lost', command));
}

function stands({ kind, target, position }: Operation, standing: ReadonlySet<string>, log: readonly LogEntry[]): boolean {
  if (kind === 'view') return true;
  const { types } = EVENTS[kind];
  if (!types.some((type) => standing.has(`${type} ${target}`))) return false;
  const entry = position === undefined ? undefined : log[position - 1];
  return position === undefined || (entry !== undefined && targetOf(entry) === target);
}

/** More events than there are keys that could have made them. */
function twice(commands: readonly Operation[], log: readonly LogEntry[]): readonly Finding[] {
  const made = counted(log.map(placeOf));
  const byPlace = Map.groupBy(commands, ({ kind, target }) => `${kind === 'view' ? '' : EVENTS[kind].types[0]} ${target}`);
  const overdone = [...byPlace].filter(([place, asked]) => !isSetUp(place) && (made.get(place) ?? 0) > new Set(asked.map(keyOf)).size);
  return [...overdone.flatMap(([, asked]) => asked.slice(0, 1)).map((command) => found('command-twice', command)), ...askedTwice(commands, log)];
}

const isSetUp = (place: string): boolean => place.startsWith('ResultRecorded') || place.startsWith('GuardianshipConfirmed');

/** One key makes one request: a viewer has no more of them than keys. */
function askedTwice(commands: readonly Operation[], log: readonly LogEntry[]): readonly Finding[] {
  const made = counted(log.filter(({ type }) => type === 'ConsentRequested').map(({ data }) => text(data, 'viewer')));
  const asked = Map.groupBy(commands.filter(({ kind }) => kind === 'request'), ({ actor }) => actor);
  return [...made].flatMap(([viewer, count]) => {
    const requests = asked.get(viewer) ?? [];
    const [first] = requests;
    return first !== undefined && count > new Set(requests.map(keyOf)).size ? [found('command-twice', first)] : [];
  });
}

const ONCE = ['ConsentRequested', 'ConsentCodeOpened', 'ConsentGranted', 'ConsentDeclined', 'ConsentEnded', 'GuardianshipConfirmed', 'GuardianshipEnded', 'ResultWithdrawn'];

/** What can happen once in a stream; all ends of a consent are one. */
function onceOnly(log: readonly LogEntry[]): readonly Finding[] {
  const places = log.map((entry) => placeOf(entry).replace(/^Consent(?:Revoked|Relinquished)/, 'ConsentEnded')).filter((place) => ONCE.some((type) => place.startsWith(type)));
  return [...counted(places)].flatMap(([place, count]) => (count > 1 ? [{ name: 'command-twice', what: `${place} stands ${count} times` } as const] : []));
}

/** What was answered under one key. */
function unlike(done: readonly Operation[]): readonly Finding[] {
  const [first] = done;
  if (first === undefined) return [];
  const bodies = new Set(done.map(({ body }) => body));
  const answers = new Set(done.flatMap(({ answer = [] }) => answer));
  if (bodies.size > 1 && first.kind === 'request') return [found('key-reused', first)];
  return bodies.size === 1 && answers.size > 1 ? [found('command-twice', first)] : [];
}

const targetOf = ({ data, type }: LogEntry): string => text(data, type.startsWith('Consent') ? 'consent' : type.startsWith('Guardianship') ? 'guardianship' : 'sample');
const placeOf = (entry: LogEntry): string => `${entry.type} ${targetOf(entry)}`;

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const found = (name: Name, { kind, actor, target, key, began, ended }: Operation): Finding => ({ name, what: `${kind} of ${target} by ${actor} under ${key}, ${began} to ${ended}` });

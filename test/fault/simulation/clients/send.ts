import { AccountId, ConsentId } from '../../../../libs/kernel/index.js';
import type { Operation } from '../../checker/history.js';
import type { Api, Heard } from '../machine/api.js';
import type { World } from '../world.js';
import { asSent, type Command, targetOf } from './command.js';
import type { Told } from './told.js';

/** How long a client waits for an answer, in milliseconds. */
const PATIENCE = 8_000;

/** Sends a command through one of the two processes and remembers what was seen of it. */
export async function send(world: World, command: Command, key: string, api: Api): Promise<Operation> {
  const { scheduler } = world;
  const began = scheduler.now;
  world.note(`> ${command.kind} ${targetOf(command)} ${key}`);
  const heard = await Promise.race([underWay(world, command, key, api), scheduler.sleep(PATIENCE).then(() => undefined)]);
  const operation: Operation = { ...asSent(command, key), began, ended: heard === undefined ? Infinity : scheduler.now, ...asHeard(command, heard, api) };
  if (heard?.kind === 'broken') world.broken.push(heard.error);
  world.operations.push(operation);
  world.note(['<', command.kind, operation.target, key, operation.outcome, operation.code, operation.shown?.disclosure].filter((word) => word !== undefined && word !== '').join(' '));
  if (heard?.kind === 'answered' && heard.outcome.kind === 'done') remember(world, command, heard.outcome.value);
  return operation;
}

/** There and back; never, where a message is lost or the process dies. */
function underWay({ scheduler, weather }: World, command: Command, key: string, api: Api): Promise<Heard> {
  return new Promise((resolve) => {
    const back = (heard: Heard): void => {
      if (!weather.losesMessage()) scheduler.after(weather.hop(), () => resolve(heard));
    };
    if (weather.losesMessage()) return;
    scheduler.after(weather.hop(), () => (api.isUp ? api.receive(command, key, back) : back({ kind: 'unavailable' })));
  });
}

/** Answers that decide nothing: the edge makes 503 of them. */
const UNDECIDED = new Set(['busy', 'read-models-behind']);

function asHeard(command: Command, heard: Heard | undefined, api: Api): Partial<Operation> & Pick<Operation, 'outcome'> {
  if (heard === undefined) return { outcome: 'unanswered' };
  if (heard.kind !== 'answered') return { outcome: 'failed' };
  const { outcome } = heard;
  if (outcome.kind === 'refused') return { outcome: UNDECIDED.has(outcome.code) ? 'failed' : 'refused', code: outcome.code };
  const told: Told = outcome.value;
  return { outcome: 'done', ...basics(command, told, api), ...(told.disclosure === undefined ? {} : { shown: shownIn(told, api) }) };
}

function shownIn({ disclosure = '', surname = '' }: Told, api: Api): NonNullable<Operation['shown']> {
  const acknowledged = api.acknowledged.get(disclosure);
  return { disclosure, surname, ...(acknowledged === undefined ? {} : { acknowledgedAt: acknowledged.at, repeated: acknowledged.repeated }) };
}

/** What answers to commands have in common; a request and a grant are answered alike however often they are sent. */
function basics(command: Command, told: Told, api: Api): Partial<Operation> {
  const position = told.position === undefined || !('by' in command) ? undefined : api.positionIn(AccountId(command.by), told.position);
  return {
    ...(told.consent === undefined ? {} : { target: told.consent }),
    ...(told.state === undefined ? {} : { state: told.state }),
    ...(position === undefined ? {} : { position: Number(position) }),
    ...(command.kind === 'request' || command.kind === 'grant' ? { answer: JSON.stringify(told) } : {}),
  };
}

/** What clients know from good answers: whom a code was handed to, and what was granted and is not over. */
function remember(world: World, command: Command, { consent, code }: Told): void {
  if (command.kind === 'grant') world.granted.add(command.consent);
  if (command.kind === 'revoke' || command.kind === 'relinquish') world.granted.delete(command.consent);
  if (command.kind !== 'request' || consent === undefined || code === undefined) return;
  if (!world.consents.some((known) => known.consent === consent)) world.hand(command, ConsentId(consent), code);
}

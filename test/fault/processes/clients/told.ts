import type { Operation } from '../../checker/history.js';
import type { Command } from '../../simulation/clients/command.js';
import type { Told } from '../../simulation/clients/told.js';
import type { Heard } from './ask.js';

/** What an answer says; nothing where it is none of ours. */
export function toldIn(text: string): Told {
  try {
    return JSON.parse(text) as Told;
  } catch {
    // A half answer is none; the length that was announced says so before.
    return {};
  }
}

type Outcome = Pick<Operation, 'outcome'> & Partial<Operation>;

const isGood = (status: number): boolean => status >= 200 && status < 300;
const UNDECIDED = new Set([429, 503]);

/** Answers that no server of ours gives: to a good token, and without a fault of the client's. */
export const isBroken = ({ status }: Heard): boolean => !isGood(status) && !UNDECIDED.has(status) && (status < 400 || status === 401 || status >= 500);

/** What an answer decided. */
export function outcomeOf(command: Command, heard: Heard | undefined): Outcome {
  if (heard === undefined) return { outcome: 'unanswered' };
  const { status, text } = heard;
  const told = toldIn(text);
  if (isGood(status)) return { outcome: 'done', ...basics(command, told, text) };
  return { outcome: UNDECIDED.has(status) || isBroken(heard) ? 'failed' : 'refused', code: told.code ?? String(status) };
}

/** What answers to commands have in common; a request and a grant are answered alike however often they are sent. */
const basics = (command: Command, { consent, state, disclosure, surname = '' }: Told, text: string): Partial<Operation> => ({
  ...(consent === undefined ? {} : { target: consent }),
  ...(state === undefined ? {} : { state }),
  ...(command.kind === 'request' || command.kind === 'grant' ? { answer: text } : {}),
  ...(disclosure === undefined ? {} : { shown: { disclosure, surname } }),
});

/** What a read may be answered with. Nothing here has a HEAD: what has none is not there, and says nothing. */
export const isFitting = (method: 'GET' | 'HEAD', { status, text }: Heard): boolean =>
  UNDECIDED.has(status) || (method === 'HEAD' ? [200, 404, 405].includes(status) && text === '' : status === 200);

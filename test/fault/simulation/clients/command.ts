import type { Purpose, Scope } from '../../../../libs/domain/scope.js';
import type { Terms } from '../../../../libs/domain/consent/index.js';
import type { Correction } from '../../../../libs/domain/sample/index.js';
import { type BasisId, type CitizenId, type ConsentId, type GuardianshipId, instant, type SampleId } from '../../../../libs/kernel/index.js';
import type { Operation } from '../../checker/history.js';

/** What a client sends to an API process: who, what, about which basis or sample. */
export type Command =
  | { readonly kind: 'request'; readonly by: CitizenId; readonly terms: Terms }
  | { readonly kind: 'open'; readonly by: CitizenId; readonly code: string }
  | { readonly kind: 'grant'; readonly by: CitizenId; readonly consent: ConsentId; readonly terms: Terms }
  | { readonly kind: 'decline' | 'revoke' | 'relinquish'; readonly by: CitizenId; readonly consent: ConsentId }
  | { readonly kind: 'suspend' | 'reinstate' | 'end'; readonly guardianship: GuardianshipId; readonly reason: string }
  | { readonly kind: 'correct'; readonly sample: SampleId; readonly correction: Correction; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly sample: SampleId; readonly reason: string }
  | { readonly kind: 'view'; readonly by: CitizenId; readonly basis: BasisId; readonly scope: Scope; readonly purpose: Purpose };

/** Whoever a command comes from: a person, or the one member of staff of each kind. */
export const actorOf = (command: Command): string => ('by' in command ? command.by : 'guardianship' in command ? 'registrar' : 'nurse');

/** The basis or sample that a command is about; '' where that is only known from the answer. */
export function targetOf(command: Command): string {
  if ('consent' in command) return command.consent;
  if ('guardianship' in command) return command.guardianship;
  if ('sample' in command) return command.sample;
  return command.kind === 'view' ? command.basis : '';
}

/** The same command for something else, where it can be for something else. */
export function otherBody(command: Command): Command {
  if (command.kind === 'request' || command.kind === 'grant') return { ...command, terms: { ...command.terms, until: instant(command.terms.until - 1_000) } };
  return 'reason' in command ? { ...command, reason: `${command.reason}, again` } : command;
}

/** What is known of a command before it is answered. */
export type Sent = Pick<Operation, 'kind' | 'actor' | 'target' | 'key' | 'body' | 'asked'>;

/** A command as it is sent, under this key. */
export function asSent(command: Command, key: string, body = JSON.stringify(command)): Sent {
  const sent = { kind: command.kind, actor: actorOf(command), target: targetOf(command), key, body };
  return command.kind === 'view' ? { ...sent, key: '', asked: { scope: command.scope, purpose: command.purpose } } : sent;
}

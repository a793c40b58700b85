import { setTimeout as sleep } from 'node:timers/promises';
import type { DomainEvent } from '../../../../../libs/domain/codec/index.js';
import type { Duty } from '../../../../../libs/application/request.js';
import { type Aggregate, type Recording, unread } from '../../../../../libs/application/ledger/index.js';
import type { StreamName, Verdict } from '../../../../../libs/event-store/index.js';
import type { Decision } from '../../../../../libs/kernel/index.js';
import type { Ports } from '../../instance/ports.js';

/** Who does the generated acts, on the server itself: the counter that enrols and prints cards, the clinic that fills tubes. */
export interface Desk extends Pick<Ports, 'ledger' | 'names' | 'index' | 'clock'> {
  readonly registrar: Duty;
  readonly clinic: Duty;
}

/** The one event of a first decision on a stream. Throws where there is none: generated acts are good ones. */
export function firstEvent<Event extends DomainEvent>(decision: Decision<Event, string>): Event {
  const event = decision.kind === 'accepted' ? decision.events[0] : undefined;
  if (event === undefined) throw new Error(`a generated act came to nothing${decision.kind === 'refused' ? `: ${decision.code}` : ''}`);
  return event;
}

/** Events to begin a stream with. */
export const beginning = <State, Event extends DomainEvent>(
  of: Aggregate<State, Event>,
  stream: StreamName,
  events: Recording<State, Event>['events'],
  fingerprint?: string,
): Recording<State, Event> => ({ of, onto: unread(stream, of.initial), events, ...(fingerprint === undefined ? {} : { fingerprint }) });

const TRIES = 8;

/** Records them all, those again whose outcome is open. True for each that stands now, from this run or one before; false where the stream is somebody else's. */
export async function recordFirst<State, Event extends DomainEvent>({ ledger }: Desk, recordings: readonly Recording<State, Event>[]): Promise<readonly boolean[]> {
  const stands = new Map<StreamName, boolean>();
  let open = recordings;
  for (let attempt = 0; open.length > 0 && attempt < TRIES; attempt += 1) {
    if (attempt > 0) await sleep(100 * 2 ** attempt);
    const verdicts = await ledger.recordAll(open);
    for (const [index, { onto }] of open.entries()) settle(stands, onto.stream, verdicts[index]);
    open = open.filter(({ onto }) => !stands.has(onto.stream));
  }
  if (open.length > 0) throw new Error('the log takes no events at the moment: generate again, it goes on where it stopped');
  return recordings.map(({ onto }) => stands.get(onto.stream) === true);
}

function settle(stands: Map<StreamName, boolean>, stream: StreamName, verdict: Verdict | undefined): void {
  if (verdict?.kind === 'appended') stands.set(stream, true);
  if (verdict?.kind === 'conflict' || verdict?.kind === 'too-large') stands.set(stream, false);
}

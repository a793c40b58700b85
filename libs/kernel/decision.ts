/** What `decide` answers: the events that come of it (none where the command changes nothing), or a refusal with a closed code. */
export type Decision<Event, Code extends string> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | Refused<Code>;

/** A "no" as a value. `field` names the input field that is wrong, never its value. */
export interface Refused<Code extends string> {
  readonly kind: 'refused';
  readonly code: Code;
  readonly field?: string;
}

/** Accepts; without events, the command was harmless and changes nothing. */
export const accepted = <Event>(...events: readonly Event[]): { readonly kind: 'accepted'; readonly events: readonly Event[] } => ({ kind: 'accepted', events });

/** Refuses with a closed code. */
export const refused = <Code extends string>(code: Code, field?: string): Refused<Code> => (field === undefined ? { kind: 'refused', code } : { kind: 'refused', code, field });

/** One kind of stream: its name in stream names, its empty state, and the fold. `evolve` accepts history and never judges it. */
export interface Fold<State, Event> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

/** Folds a history. Pure: the same events give the same state. */
export const fold = <State, Event>(of: Fold<State, Event>, events: readonly Event[]): State => events.reduce((state, event) => of.evolve(state, event), of.initial);

import { expect } from '@jest/globals';
import { type Decision, fold, type Fold } from '../../libs/kernel/index.js';

/** What a decision is compared with. Not called `then`: an object with that name is a promise to the language. */
export class Decided<Event, Code extends string> {
  constructor(private readonly decision: Decision<Event, Code>) {}

  /** Accepted with exactly these events, in this order. */
  thenRecorded(...events: readonly [Event, ...(readonly Event[])]): void {
    expect(this.decision).toEqual({ kind: 'accepted', events });
  }

  /** Accepted, and nothing changes: the command had been carried out before or is harmless. */
  thenNothing(): void {
    expect(this.decision).toEqual({ kind: 'accepted', events: [] });
  }

  /** Refused with this code (and the input field named, where there is one). */
  thenRefused(code: Code, field?: string): void {
    expect(this.decision).toEqual(field === undefined ? { kind: 'refused', code } : { kind: 'refused', code, field });
  }
}

/**
 * The specs of one kind of stream: `const given = givenFor({ initial, evolve })`, then
 * `given(requested(), opened()).when((consent) => grant(command, consent, CN_1)).thenRecorded(granted())`.
 */
export const givenFor =
  <State, Event>(of: Fold<State, Event>) =>
  (...history: readonly Event[]) => ({
    /** Asks `decide` about the state that the history gives. */
    when: <Code extends string>(decide: (state: State) => Decision<Event, Code>): Decided<Event, Code> => new Decided(decide(fold(of, history))),
    /** The state that the history gives. */
    thenState: (state: State): void => expect(fold(of, history)).toEqual(state),
  });

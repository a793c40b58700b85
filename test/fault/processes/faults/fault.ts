import type { Random } from '../../simulation/machine/random.js';
import type { Sender } from '../clients/send.js';
import type { Follower } from '../stage/follower.js';
import type { Stage } from '../stage/stage.js';

/** What a fault is done to. */
export interface Scene {
  readonly stage: Stage;
  readonly random: Random;
  /** To do something at the very instant. */
  readonly sender: Sender;
  /** Somebody who follows the log from its first event since the stage began. */
  readonly follower: Follower;
  /** Says how far it is, where it takes long. */
  readonly progress: (line: string) => void;
}

/** What was seen of a fault while it lasted: without a trace of it nothing was survived. */
export interface Trace {
  /** Whether the disturbance really happened. */
  readonly bit: boolean;
  readonly seen: string;
  /** How many kills that was: a whole PostgreSQL at once is one. */
  readonly kills?: number;
}

/** One planted disturbance, and how it is undone. */
export interface Fault {
  readonly name: string;
  /** What it takes hold of: two faults are never at the same thing at once. `beside`: nothing of ours; it begins with the act and lasts as long as it lasts. */
  readonly at: 'api' | 'projector' | 'ground' | 'beside';
  /** How often it is chosen, beside the others. */
  readonly weight: number;
  /** Why it can't be done on this machine, where it can't. */
  readonly impossible?: (stage: Stage) => string | undefined;
  /** Plants it, lets it last, undoes it. */
  strike(scene: Scene): Promise<Trace>;
}

import { optionsSent } from '../city/child.js';
import type { Planned } from '../load/plan.js';
import { closedLoop } from './closed-loop.js';
import { OpenLoop } from './open-loop.js';
import type { Told } from './tally.js';
import { bytesOf, placeOf } from './wire.js';

/** What a driver is told to do, in a process of its own. */
export interface Order {
  readonly address: string;
  readonly requests: readonly (Planned & { readonly key?: string })[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second, whatever is answered; without it each connection asks again once it was answered, after `pause` milliseconds. */
  readonly rate?: number;
  readonly pause?: number;
  /** Nobody asks again, and nothing is asked twice. */
  readonly once?: boolean;
}

function carryOut({ address, requests, rate, pause = 0, once = false, ...rest }: Order): Promise<Told> {
  // Who starts with the same ones each time asks for what is remembered from the time before: a plateau of such, and a surge that goes on beyond them, are two loads.
  const first = once ? 0 : Math.floor(Math.random() * requests.length);
  const common = { ...rest, place: placeOf(address), first, requests: requests.map(({ key, ...request }) => bytesOf(request, key)) };
  return rate === undefined ? closedLoop({ ...common, pause }) : new OpenLoop({ ...common, rate, once }).run();
}

const told = await carryOut(await optionsSent<Order>());
process.send?.(told, () => process.exit(0));

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchRun, Measured } from '../bench.js';
import type { City } from '../city/city.js';
import type { Planned } from '../load/plan.js';
import { askFor } from '../view/oracle.js';

/** How often, and how long is waited before it is said that it never came back, in milliseconds. */
const TIMES = 3;
const NEVER = 60_000;

/** Postgres is killed, and nobody does anything about it: until a view and a command are decided again. Rejects where an answer is neither that nor "not now". */
export async function killed(run: BenchRun, city: City, address: string): Promise<Measured> {
  const outages: Outage[] = [];
  for (let time = 1; time <= TIMES; time += 1) {
    run.progress(`P14: Postgres is killed, ${time} of ${TIMES}`);
    outages.push(await outage(city, address, time));
    await city.settled();
  }
  const list = (of: (each: Outage) => number): string => outages.map((each) => of(each).toFixed(2)).join(', ');
  const note = `seconds from when Postgres is back until a view and a command are decided, the longest of ${list(({ behind }) => behind)}; Postgres itself was away for ${list(({ away }) => away)}`;
  return { name: 'P14 serving after Postgres is back', ratio: Math.max(...outages.map(({ behind }) => behind)), goal: { atMost: 5 }, note };
}

/** In seconds: how long there was no server, and how long after that nothing was decided. */
interface Outage {
  readonly away: number;
  readonly behind: number;
}

async function outage(city: City, address: string, time: number): Promise<Outage> {
  const bothDecided = (): Promise<unknown> => Promise.all([decided(address, { method: 'POST', ...askFor(city, time) }), decided(address, request(city, time))]);
  const from = performance.now();
  const returned = city.killPostgres().then(() => performance.now());
  // Asked all the while; what counts is what is decided once another server is there.
  const [back] = await Promise.all([returned, bothDecided()]);
  await bothDecided();
  return { away: (back - from) / 1_000, behind: (performance.now() - back) / 1_000 };
}

/** Somebody asks for a consent: a command that anybody may send, and that changes nothing for others. */
const request = (city: City, index: number): Planned => ({
  method: 'POST',
  path: '/v1/consent-requests',
  token: city.tokens[index] ?? '',
  body: JSON.stringify({ scope: 'status', purpose: 'FAMRQT', until: new Date(city.now + 86_400_000).toISOString(), label: 'bench' }),
});

async function decided(address: string, { method, path, token, body }: Planned): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  for (const until = performance.now() + NEVER; performance.now() < until; await sleep(20)) {
    const { status } = await fetch(new URL(path, address), { method, headers, ...(body === undefined ? {} : { body }) });
    if (status === 200 || status === 201) return;
    if (status !== 503) throw new Error(`${path} was answered ${status} while Postgres was gone`);
  }
  throw new Error('nothing was decided within a minute after Postgres was killed');
}

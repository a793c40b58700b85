import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Assurance } from '../../libs/application/request.js';
import { EventStore } from '../../libs/event-store/index.js';
import { bodyOf, hex } from '../permission/given/bodies.js';
import { GUARDIAN } from '../permission/given/guardianships.js';
import { World } from '../permission/given/world.js';
import { DOORS } from '../permission/tables/doors.js';
import { type Heard, hear } from './silence/hear.js';
import { arrange, PEOPLE, type Secrets } from './silence/secrets.js';

/** Whoever has nothing to do with any of it. `registrar-gao` holds no paper; the Chaoyang clinic has no tube. */
const STRANGERS = ['stranger', 'unverified', 'nurse-ma', 'registrar-gao', 'auditor-tang'] as const;
const LEVELS = ['al1', 'al2', 'al3'] as const;

// The machine may be busy; nothing here is about time.
jest.setTimeout(60_000);

let world: World;
let secrets: Secrets;
beforeAll(async () => {
  world = await World.start(PEOPLE);
  secrets = await arrange(world);
});
afterAll(() => world?.close());

const key = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** Which secrets a route could be asked about, and what a value of the same form looks like that is nobody's. */
function guesses(route: string): { readonly real: readonly string[]; readonly random: () => string } {
  if (route.includes('/consents/')) return { real: secrets.consents, random: () => `c_${hex()}` };
  if (route.includes('/bases/')) return { real: [...secrets.consents, ...secrets.guardianships], random: () => (Math.random() < 0.5 ? `c_${hex()}` : `g_${hex()}-1`) };
  if (route.includes('/guardianships/')) return { real: secrets.guardianships, random: () => `g_${hex()}-1` };
  if (route.includes('/claims/')) return { real: secrets.claims, random: hex };
  if (route.includes('/subjects/')) return { real: secrets.citizens, random: hex };
  return { real: secrets.samples, random: hex };
}

const ROUTES = DOORS.map(([route]) => route).filter((route) => route.includes('{'));

/** What staff are there to be told: a registrar with a basis's or a sample's id, an auditor. */
const isTheirDuty = (who: string, route: string): boolean =>
  (who === 'registrar-gao' && /registry\/(guardianships|samples)/.test(route)) || (who === 'auditor-tang' && route.includes('/audit/'));

interface Ask {
  readonly who: string;
  readonly level: Assurance;
  readonly route: string;
}

/** The answer, and how many events it cost. */
async function heardFor({ who, level, route }: Ask, id: string, body: string): Promise<Heard & { readonly recorded: bigint }> {
  const store = world.instance.server.app.get(EventStore);
  const [method = '', path = ''] = route.split(' ');
  const { token } = await world.as(who, level);
  const before = await store.head();
  const heard = await hear(world.instance.address, { method, path: path.replace(/\{\w+\}/, id), token, ...(method === 'GET' ? {} : { body }) });
  return { ...heard, recorded: (await store.head()) - before };
}

async function alike(ask: Ask, real: string, random: string): Promise<void> {
  const [, path = ''] = ask.route.split(' ');
  const body = JSON.stringify(bodyOf(path, world));
  const known = await heardFor(ask, real, body);
  expect(known).toEqual(await heardFor(ask, random, body));
  expect(known.headers).toContain('cache-control: no-store');
  expect(known.status).toBeGreaterThanOrEqual(400);
}

const asks: fc.Arbitrary<Ask> = fc
  .record({ who: fc.constantFrom(...STRANGERS), level: fc.constantFrom(...LEVELS), route: fc.constantFrom(...ROUTES) })
  .filter(({ who, route }) => !isTheirDuty(who, route));

describe('to a stranger, what is real is as what is not:', () => {
  it('any id, on any route, whoever asks', async () => {
    const anyGuess = asks.chain((ask) => fc.record({ ask: fc.constant(ask), index: fc.nat() }));
    await fc.assert(
      fc.asyncProperty(anyGuess, async ({ ask, index }) => {
        const { real, random } = guesses(ask.route);
        await alike(ask, real[index % real.length] ?? '', random());
      }),
      { numRuns: 250 },
    );
  });

  it('every id, where somebody with a token gets furthest', async () => {
    for (const route of ROUTES) {
      const who = route.includes('/results/') ? 'nurse-ma' : route.includes('/claims/') ? 'registrar-gao' : 'stranger';
      const { real, random } = guesses(route);
      for (const id of real) await alike({ who, level: 'al3', route }, id, random());
    }
  });

  it('and a party, to whom it is not, shows that a difference would be heard', async () => {
    const view: Ask = { who: GUARDIAN, level: 'al2', route: 'POST /v1/bases/{basis}/views' };
    await expect(alike(view, secrets.guardianships[0] ?? '', `g_${hex()}-1`)).rejects.toThrow(/toEqual/);
  });

  it.each([['status', 'FAMRQT'], ['status', 'SUPNWK'], ['results', 'FAMRQT'], ['results', 'SUPNWK']])('a basis, asked for %s for %s', async (scope, purpose) => {
    const asked = { scope, purpose };
    const view = (id: string) => heardFor({ who: 'stranger', level: 'al2', route: 'POST /v1/bases/{basis}/views' }, id, JSON.stringify(asked));
    const unknown = await view(`c_${hex()}`);
    expect(unknown.status).toBe(404);
    for (const id of [...secrets.consents, ...secrets.guardianships, `g_${hex()}-1`]) expect(await view(id)).toEqual(unknown);
  });

  it('a consent code that is taken, over, or nobody’s', async () => {
    const open = (code: string) => heardFor({ who: 'stranger', level: 'al2', route: 'POST /v1/consent-codes/openings' }, '', JSON.stringify({ code }));
    const unknown = await open(key(32));
    expect(unknown.status).toBe(404);
    for (const code of [...secrets.codes, 'x', key(16), `${secrets.codes[0] ?? ''}x`]) expect(await open(code)).toEqual(unknown);
  });

  it('a sampling code that is used, or nobody’s, to another clinic', async () => {
    const scan = (code: string) => heardFor({ who: 'nurse-ma', level: 'al2', route: 'POST /v1/samples' }, '', JSON.stringify({ code, barcode: hex() }));
    const unknown = await scan(key(16));
    expect(unknown.status).toBe(404);
    for (const code of secrets.samplingCodes) expect(await scan(code)).toEqual(unknown);
  });

  it('a barcode, to another clinic', async () => {
    const report = async (ci: string): Promise<Heard> => {
      const { token } = await world.as('nurse-ma', 'al2');
      const row = { tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: world.in(-1_000), ci };
      const headers = { 'content-type': 'application/x-ndjson' };
      return hear(world.instance.address, { method: 'POST', path: '/v1/results/imports', token, body: `${JSON.stringify(row)}\n`, headers });
    };
    const unknown = await report(hex());
    expect(unknown.body).toContain('"barcode"');
    for (const barcode of secrets.barcodes) expect(await report(barcode)).toEqual(unknown);
  });
});

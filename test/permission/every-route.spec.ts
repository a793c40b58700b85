import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOMS } from '../../apps/api/src/rooms.js';
import { startEdge } from '../kit/edge.js';
import { routeOf } from './table.js';
import { AUDIT } from './tables/audit.js';
import { CLAIMS } from './tables/claims.js';
import { CONSENTS } from './tables/consents.js';
import { COUNTER } from './tables/counter.js';
import { DOORS } from './tables/doors.js';
import { GUARDIANSHIPS } from './tables/guardianships.js';
import { ME } from './tables/me.js';
import { MINORS } from './tables/minors.js';
import { SAMPLES } from './tables/samples.js';
import { CONSENT_VIEWS, GUARDIAN_VIEWS } from './tables/views.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(ROOMS);
}, 60_000);
afterAll(() => edge?.close());

const ROWS = [...ME, ...CONSENTS, ...CONSENT_VIEWS, ...MINORS, ...CLAIMS, ...GUARDIANSHIPS, ...GUARDIAN_VIEWS, ...COUNTER, ...SAMPLES, ...AUDIT];
const sorted = (routes: Iterable<string>): readonly string[] => [...new Set(routes)].toSorted();

/** What the HTTP server itself would route, whatever the document says. It prints a tree: `├── /v1/me (GET, HEAD)`, below it `│   └── /code (GET, HEAD)`. */
function routed(): readonly string[] {
  const above: string[] = [];
  const tree = edge.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^(.*?)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    const depth = indent.length / 4;
    const path = `${depth === 0 ? '' : (above[depth - 1] ?? '')}${part}`;
    above[depth] = path;
    return methods?.split(', ').map((method) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`) ?? [];
  });
}

async function documented(): Promise<readonly string[]> {
  const { paths } = (await (await fetch(new URL('/openapi.json', edge.address))).json()) as { paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
}

describe('every route that is served', () => {
  it('is in the document, and the document has no other', async () =>
    expect(sorted(await documented())).toEqual(sorted(routed().filter((route) => !route.startsWith('HEAD ')))));

  it('has a door', async () => expect(sorted(DOORS.map(([route]) => route))).toEqual(sorted(await documented())));

  it('is in a row of the table', async () => expect(sorted(ROWS.map(routeOf))).toEqual(sorted(await documented())));

  it('answers HEAD where it answers GET, and nothing else', () => {
    const of = (method: string) => sorted(routed().flatMap((route) => (route.startsWith(`${method} `) ? [route.slice(method.length + 1)] : [])));
    expect(of('HEAD')).toEqual(of('GET'));
    expect(sorted(routed().map((route) => route.split(' ')[0] ?? ''))).toEqual(['GET', 'HEAD', 'POST']);
  });
});

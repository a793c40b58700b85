import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../../libs/kernel/index.js';
import { Consents, SUBJECT, VIEWERS } from './given/consents.js';
import { World } from './given/world.js';
import { type Given, play } from './table.js';
import { CONSENTS } from './tables/consents.js';
import { CONSENT_VIEWS } from './tables/views.js';

let world: World;
beforeAll(async () => {
  world = await World.start([...VIEWERS, SUBJECT, 'stranger']);
}, 60_000);
afterAll(() => world?.close());

const consents = new Consents(() => world);
const given = (state: string): Promise<Given> => consents.in(state);

/** The code as it is, or one that is no longer it. */
function codeOf([how]: readonly string[], code: string): string {
  if (how === 'nonsense') return 'neither a code nor like one';
  const bytes = Buffer.from(code, 'base64url');
  if (how === 'unknown') return randomBytes(bytes.length).toString('base64url');
  if (how === 'wrong') bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return bytes.toString('base64url');
}

/** Terms as they were asked for, or beyond them. */
function termsOf([how]: readonly string[], until: string): object {
  const terms = { scope: 'status', purpose: 'FAMRQT', until };
  const changes: Readonly<Record<string, object>> = {
    results: { scope: 'results' },
    other: { purpose: 'SUPNWK' },
    later: { until: world.in(HOUR + DAY) },
    soon: { until: world.in(MINUTE) },
  };
  return { ...terms, ...changes[how ?? ''] };
}

function body(path: string, asked: readonly string[], { code, until }: Given): object {
  if (path.endsWith('/openings')) return { code: codeOf(asked, String(code)) };
  if (path.endsWith('/grant')) return termsOf(asked, String(until));
  if (!path.endsWith('/views')) return {};
  const [scope, purpose] = asked;
  return { scope, purpose };
}

play('a consent, from its code to its end', CONSENTS, { world: () => world, given, body });
play('views under a consent', CONSENT_VIEWS, { world: () => world, given, body });

import { type Connections, appliedOf, MIGRATION_SETS, withClient } from '../../../../libs/embedded-postgres/index.js';
import { stamp } from '../../../../libs/backup/index.js';
import { version } from '../version.js';

/** Variables whose values are nobody's secret. */
const OPEN = ['NODE_ENV', 'HOST', 'PORT', 'LOG_LEVEL', 'EVENT_STORE', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URI', 'OIDC_USERINFO_URI', 'OIDC_ACR_MAX', 'OIDC_ACR_MAP', 'OIDC_WEB_CLIENT_ID', 'OIDC_WEB_SCOPE'] as const;

/** Variables of which only is said that they are set: passwords, addresses that may hold one, the master key. */
const SHUT = ['XINMA_MASTER_KEY', 'DATABASE_URL', 'DATABASE_KEYS_URL', 'DATABASE_OWNER_PASSWORD', 'DATABASE_API_PASSWORD', 'DATABASE_PROJECTOR_PASSWORD', 'DATABASE_KEYS_PASSWORD', 'KURRENTDB_URL'] as const;

/** How the instance was set up, for whoever sets up the next one: nothing in it is secret. */
export async function configurationText(environment: NodeJS.ProcessEnv, connections: Pick<Connections, 'api' | 'keys'>): Promise<string> {
  const set = (name: string): boolean => (environment[name] ?? '') !== '';
  return stamp({
    xinma: version(),
    variables: Object.fromEntries(OPEN.filter(set).map((name) => [name, withoutPassword(environment[name] ?? '')])),
    secretsSet: SHUT.flatMap((name) => [name, `${name}_FILE`]).filter(set),
    migrations: await appliedMigrations(connections),
  });
}

/** An address is written down without its user: one with a user is refused at a start, yet may stand in a variable. */
const withoutPassword = (value: string): string => value.replace(/\/\/[^/@]*@/, '//');

async function appliedMigrations(connections: Pick<Connections, 'api' | 'keys'>): Promise<readonly string[]> {
  const names: string[] = [];
  for (const set of MIGRATION_SETS) {
    names.push(...(await withClient(set.at === 'log' ? connections.api : connections.keys, (client) => appliedOf(client, set))));
  }
  return names;
}

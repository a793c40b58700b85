import { ConfigurationError, readConfiguration, withSomeKey } from '../../../../libs/configuration/index.js';
import { appliedSets, type Connections } from '../../../../libs/embedded-postgres/index.js';
import { stamp } from '../../../../libs/backup/index.js';
import { version } from '../version.js';

/** Variables whose values are nobody's secret. */
const OPEN = ['NODE_ENV', 'HOST', 'PORT', 'LOG_LEVEL', 'EVENT_STORE', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URI', 'OIDC_USERINFO_URI', 'OIDC_ACR_MAX', 'OIDC_ACR_MAP', 'OIDC_WEB_CLIENT_ID', 'OIDC_WEB_SCOPE'] as const;

/** Variables of which only is said that they are set: passwords, addresses that may hold one, the master key. */
const SHUT = ['XINMA_MASTER_KEY', 'DATABASE_URL', 'DATABASE_KEYS_URL', 'DATABASE_OWNER_PASSWORD', 'DATABASE_API_PASSWORD', 'DATABASE_PROJECTOR_PASSWORD', 'DATABASE_KEYS_PASSWORD', 'KURRENTDB_URL'] as const;

/** How the instance was set up, for whoever sets up the next one: nothing in it is secret. */
export async function configurationText(environment: NodeJS.ProcessEnv, connections: Pick<Connections, 'api' | 'keys'>): Promise<string> {
  const set = (name: string): boolean => (environment[name] ?? '') !== '';
  const wrong = wrongIn(environment);
  return stamp({
    xinma: version(),
    variables: Object.fromEntries(OPEN.filter((name) => set(name) && !wrong(name)).map((name) => [name, environment[name]])),
    secretsSet: SHUT.flatMap((name) => [name, `${name}_FILE`]).filter(set),
    migrations: (await appliedSets(connections)).flatMap(([, applied]) => [...applied]),
  });
}

/** Which variables a start would refuse: they may hold anything, like an address with a password. Those of the issuer are read together, and none may be looked at after the first wrong one. */
function wrongIn(environment: NodeJS.ProcessEnv): (name: string) => boolean {
  const ofIssuer = (name: string): boolean => name.startsWith('OIDC_');
  const wrong = wrongNames(environment);
  return (name) => wrong.includes(name) || (ofIssuer(name) && wrong.some(ofIssuer));
}

function wrongNames(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfiguration(withSomeKey(environment));
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.map(({ variable }) => variable);
  }
}

import { ConfigurationError, homeOf, type Places, readPlaces } from '../../../../libs/configuration/index.js';
import type { Screen } from '../feed/screen.js';
import { hasDatabase } from '../instance/at-rest.js';
import { lookAtDatabase } from './database.js';
import { type Finding, ok, tell } from './finding.js';
import { lookAtHome, lookAtPort } from './home.js';
import { lookAtIssuer } from './issuer.js';
import { lookAtSettings } from './settings.js';

/** Looks at an installation, running or not, and says what is wrong with it and how to mend it. The exit code: 1 where something is wrong. Changes nothing. */
export async function doctor(environment: NodeJS.ProcessEnv, screen: Screen): Promise<number> {
  const findings = await examine(environment);
  tell(findings, screen);
  const count = (level: Finding['level']): number => findings.filter((each) => each.level === level).length;
  screen.say(`${count('ok')} ok, ${count('warn')} to watch, ${count('wrong')} wrong`);
  return count('wrong') > 0 ? 1 : 0;
}

/** All findings. What can't be looked at because of something else is left out: that is named. */
export async function examine(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const home = homeOf(environment);
  const places = placesOf(environment);
  const data = places !== undefined && hasDatabase(places);
  const { configuration, masterKey, findings } = lookAtSettings(environment, data);
  const reach = configuration === undefined ? [] : [await lookAtPort(home, configuration.host, configuration.port), ...(await lookAtIssuer(configuration.oidc))];
  return [...lookAtHome(home), ...findings, ...reach, ...(await databaseOf(places, masterKey))];
}

function placesOf(environment: NodeJS.ProcessEnv): Places | undefined {
  try {
    return readPlaces(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
}

async function databaseOf(places: Places | undefined, masterKey: Uint8Array | undefined): Promise<readonly Finding[]> {
  if (places === undefined) return [];
  return hasDatabase(places) ? lookAtDatabase({ places, masterKey }) : [ok('database', 'none yet: made at the first start')];
}

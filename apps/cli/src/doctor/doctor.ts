import { existsSync } from 'node:fs';
import { ConfigurationError, homeOf, type Places, readPlaces } from '../../../../libs/configuration/index.js';
import { hasCluster, secretsFile } from '../../../../libs/embedded-postgres/index.js';
import type { Screen } from '../feed/screen.js';
import { clusterFolder } from '../instance/database.js';
import { lookAtData } from './data.js';
import { lookAtDatabase, type Looked } from './database.js';
import { type Finding, ok, tell } from './finding.js';
import { leavingRunFile, lookAtHome, lookAtPort, runOn } from './home.js';
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
  const runs = runOn(home) !== undefined;
  // What lies about first: to look inside, an embedded server that is at rest is started.
  const lying = lookAtHome(home);
  const places = placesOf(environment, lying.some(isWrong('home')));
  const data = places === undefined || places.database !== undefined ? [] : lookAtData(home, runs);
  const { configuration, masterKey, findings } = lookAtSettings(environment, isSealed(home, places, data));
  const reach = configuration === undefined ? [] : [await lookAtPort(home, configuration.host, configuration.port), ...(await lookAtIssuer(configuration.oidc))];
  const inside = places !== undefined && isFit(data, runs) ? await leavingRunFile(home, () => databaseOf({ places, masterKey, runs })) : [];
  return [...lying, ...data, ...findings, ...reach, ...inside];
}

const isWrong = (about: string) => (finding: Finding): boolean => finding.about === about && finding.level === 'wrong';

/** Whether the database can be reached at all, and where none runs, one may be started on the data: it would not stay as it is. */
const isFit = (data: readonly Finding[], runs: boolean): boolean => !data.some(isWrong('database')) && (runs || !data.some(isWrong('data')));

/** Whether there is data, which was sealed under a master key; or was. */
const isSealed = (home: string, places: Places | undefined, data: readonly Finding[]): boolean =>
  places?.database !== undefined || data.some(isWrong('database')) || existsSync(secretsFile(clusterFolder(home)));

/** Without a home only a database of one's own can be looked at. Undefined also where the variables are wrong: that is said of the configuration. */
function placesOf(environment: NodeJS.ProcessEnv, homeless: boolean): Places | undefined {
  try {
    const places = readPlaces(environment);
    return homeless && places.database === undefined ? undefined : places;
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
}

async function databaseOf(looked: Looked): Promise<readonly Finding[]> {
  const { home, database } = looked.places;
  return database !== undefined || looked.runs || hasCluster(clusterFolder(home)) ? lookAtDatabase(looked) : [ok('database', 'none yet: made at the first start')];
}

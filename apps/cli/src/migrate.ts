import { readPlaces } from '../../../libs/configuration/index.js';
import { migrateOwn } from './instance/database.js';

/** Brings the user's databases to the schema of this version, so that the processes that serve need not be their owner. Repeating it changes nothing. */
export async function migrate(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  await migrateOwn(readPlaces(environment));
  say('the databases are at the schema of this version');
}

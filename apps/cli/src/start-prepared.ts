import { prepareApp } from '../../api/src/prepared/prepare-app.js';
import { startServer } from '../../api/src/server.js';
import { type Binaries, rememberBinaries } from '../../../libs/embedded-postgres/index.js';
import { start } from './start.js';

/** For what is kept in memory between starts: everything is loaded and the application made. `binaries`: where the embedded server's are, if there is one. What it answers is the rest of `start`. */
export async function prepareStart(binaries?: Binaries): Promise<(environment: NodeJS.ProcessEnv, say: (line: string) => void) => Promise<void>> {
  rememberBinaries(binaries);
  const make = await prepareApp();
  return (environment, say) => start(environment, say, async () => (options) => startServer({ ...options, make }));
}

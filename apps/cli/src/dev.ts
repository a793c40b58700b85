import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '../../../libs/configuration/index.js';
import { choosePort } from './instance/port.js';
import { Hold } from './instance/run-file.js';
import { untilTold } from './instance/until-told.js';
import { greet, onDatabase } from './start.js';

const MAIN = fileURLToPath(new URL('main.js', import.meta.url));
const COMPILER = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || ended(child)) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Runs an instance whose API is compiled and replaced at every change of a source; the database stays up. */
export async function dev(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const configuration = readConfiguration(environment);
  const hold = Hold.take(configuration.home);
  const told = untilTold();
  try {
    const port = await choosePort(configuration.host, configuration.port);
    await onDatabase(configuration, say, async () => {
      let api: ChildProcess | undefined;
      const compiler = spawn(process.execPath, [COMPILER, '-p', '.', '--watch', '--preserveWatchOutput'], { stdio: ['ignore', 'pipe', 'inherit'] });
      let turn = Promise.resolve();
      const replace = async (): Promise<void> => {
        await end(api);
        api = spawn(process.execPath, [MAIN, 'dev-api'], { env: { ...environment, PORT: String(port), NODE_COMPILE_CACHE: join(configuration.home, 'compile-cache') }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
        api.on('message', (served: { address: string; issuer?: string }) => {
          hold.publish(served);
          greet(served, say);
        });
      };
      createInterface({ input: compiler.stdout }).on('line', (line) => {
        say(line);
        if (line.includes('Found 0 errors')) turn = turn.then(replace);
      });
      await told;
      await end(compiler);
      await turn;
      await end(api);
    });
  } finally {
    hold.release();
  }
}

#!/usr/bin/env node
import { Command, Option } from 'commander';
import { ASSURANCE, type Assurance } from '../../../libs/application/request.js';
import { ROLES } from '../../../libs/domain/staff/events.js';
import type { AppointOptions } from './appoint.js';
import type { CopyLogOptions } from './copy-log/copy-log.js';
import type { ImportCommandOptions, SeedCommandOptions } from './feed/commands.js';
import type { Instance, Ports } from './instance/ports.js';
import type { ReplayOptions } from './replay.js';

const environment = process.env;
// Each command loads its own parts only.
const here = async (): Promise<Instance> => {
  const { PORTS_NEED, runningHere } = await import('./instance/ports.js');
  return runningHere(environment, PORTS_NEED);
};
const onInstance = async <T>(work: (ports: Ports) => Promise<T>): Promise<T> => {
  const instance = await here();
  return (await import('./instance/ports.js')).withPorts(instance.configuration, instance.connections, work);
};
const exit = (code: number): void => {
  process.exitCode = code;
};
const say = (line: string): void => console.log(line);
// Whoever read may be gone (`xinma restore | head`): what is under way is done all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const program = new Command('xinma').description('A health code that nobody else can look up: the server and its tools').showHelpAfterError();

program
  .command('start')
  .description('run the database, the API and the projector until Ctrl-C')
  .action(async () => (await import('./start.js')).start(environment, say, async () => (await import('../../api/src/server.js')).startServer));

program
  .command('api')
  .description('run one more API process beside the running instance')
  .action(async () => (await import('./api.js')).api(environment, say));

program
  .command('projector')
  .description('run one more projector beside the running instance: it takes over when the active one is gone')
  .action(async () => (await import('./projector.js')).projector(environment, say));

program
  .command('dev')
  .description('like start; compiles, and replaces the API at every change')
  .action(async () => (await import('./dev.js')).dev(environment, say));

program
  .command('token')
  .description('print an access token of the development issuer')
  .requiredOption('--as <name>', 'somebody of its cast')
  .addOption(new Option('--acr <level>', 'the assurance it asserts').choices(ASSURANCE))
  .action(async ({ as, acr }: { as: string; acr?: Assurance }) => say(await (await import('./token.js')).token(environment, as, acr)));

program
  .command('appoint')
  .description('give an account a duty: how the first registrar comes to be')
  .option('--as <name>', 'somebody of the development cast')
  .option('--issuer <address>', 'who signs the account in (default: the configured issuer)')
  .option('--subject <sub>', 'its subject there')
  .addOption(new Option('--role <role>', 'the duty').choices(ROLES).makeOptionMandatory())
  .requiredOption('--institution <name>', 'what the clinic or the office is called')
  .option('--days <n>', 'for how long, at most 90', '90')
  .option('--end', 'take the duty back')
  .action(async (options: AppointOptions) => say(await (await import('./appoint.js')).appoint(await here(), options)));

program
  .command('status')
  .description('positions of the log and the read models, and row counts')
  .action(async () => {
    const { status } = await import('./status.js');
    await onInstance(({ store, readModels }) => status({ store, readModels, write: say }));
  });

program
  .command('rebuild')
  .description('build the read models anew from the log, beside the live ones, and compare')
  .action(async () => {
    if (!(await (await import('./rebuild.js')).rebuildHere(environment))) process.exitCode = 1;
  });

program
  .command('health')
  .description('whether the API of this HOST and PORT can decide; with --projector, whether the read models are fed')
  .option('--projector', 'ask the database instead, as the projector')
  .action(async ({ projector }: { projector?: boolean }) => exit(await (await import('./health.js')).health(environment, projector === true, say)));

program
  .command('migrate')
  .description('bring the databases that DATABASE_URL names to the schema of this version, as their owner')
  .action(async () => (await import('./migrate.js')).migrate(environment, say));

program
  .command('backup')
  .argument('<folder>', 'a new one, or one with a backup of this instance, to which what is new is added')
  .description('copy log, keys and configuration, and read the copy back; the instance may go on serving. The master key is not in it')
  .option('--keys <folder>', 'where the keys go, apart from the log (default: keys in the folder)')
  .action(async (folder: string, { keys }: { keys?: string }) => (await import('./backup/backup.js')).backup(environment, { folder, keys }, (await import('./feed/screen.js')).terminal));

program
  .command('copy-log')
  .description('move the log of an instance that is ended into an empty KurrentDB (KURRENTDB_URL), compare, and make the read models anew from it; cut, it goes on when asked again')
  .addOption(new Option('--from <store>', 'where the log is').choices(['postgres']).makeOptionMandatory())
  .addOption(new Option('--to <store>', 'where it goes').choices(['kurrentdb']).makeOptionMandatory())
  .action(async (options: CopyLogOptions) => (await import('./copy-log/copy-log.js')).copyLog(environment, options, (await import('./feed/screen.js')).terminal));

program
  .command('restore')
  .argument('<folder>', 'a backup')
  .description('put a backup into an empty installation (XINMA_HOME or DATABASE_URL) and check it; the master key comes by XINMA_MASTER_KEY or master.key in the home')
  .option('--keys <folder>', 'where its keys are (default: keys in the folder)')
  .action(async (folder: string, { keys }: { keys?: string }) => {
    const [{ restore }, { terminal }] = [await import('./restore/restore.js'), await import('./feed/screen.js')];
    if (!(await restore(environment, { folder, keys }, terminal))) exit(1);
  });

program
  .command('doctor')
  .description('look at this installation, running or not: what is wrong with it, and how to mend it; ends with 1 where something is')
  .action(async () => exit(await (await import('./doctor/doctor.js')).doctor(environment, (await import('./feed/screen.js')).terminal)));

program
  .command('openapi')
  .description('print the description of the API (OpenAPI 3.1): needs no instance')
  .action(async () => say((await import('../../api/src/description.js')).description().trimEnd()));

program
  .command('seed')
  .argument('[feed]', 'a laboratory feed: a file, or a folder of them')
  .description('development only: enrol the people of a feed, or invented ones, and register their barcodes')
  .option('--as-of <date>', 'move each row by whole weeks into the 7 days before this date; generated: collected the day before it (default: today)')
  .option('--as <name>', 'the member of the clinic’s staff who registers')
  .option('--generate <n>', 'invent people, barcodes and a feed of so many rows that fits them')
  .option('--seed <s>', 'the same seed, date and number give the same people and the same feed (default: 1)')
  .option('--out <file>', 'where the generated feed goes (default: a file here, named after what is in it)')
  .action(async (feed: string | undefined, options: SeedCommandOptions) => exit(await (await import('./feed/commands.js')).seedCommand(environment, feed, options)));

program
  .command('import')
  .argument('<feed>', 'a laboratory feed: .ndjson or .csv, each also .gz; a folder of them; - for the standard input')
  .description('send the results of a feed, a verdict for each row; ends with 0 where every row was judged, else with 1: send the rest again')
  .option('--url <address>', 'another server than the instance that runs here')
  .option('--as <name>', 'the member of the clinic’s staff who sends them, of the development cast')
  .option('--token-file <file>', 'holds a token of the server’s issuer; else the variable XINMA_TOKEN does')
  .option('--as-of <date>', 'move each row by whole weeks into the 7 days before this date')
  .option('--rejected <file>', 'where rows go that were not taken (default: <feed>.rejected.ndjson or .csv beside the feed; nothing is overwritten)')
  .addOption(new Option('--format <form>', 'of the standard input').choices(['ndjson', 'csv']).default('ndjson'))
  .action(async (feed: string, options: ImportCommandOptions) => exit(await (await import('./feed/commands.js')).importCommand(environment, feed, options)));

program
  .command('demo')
  .description('play the whole story on an instance of its own, checking every step')
  .option('--home <folder>', 'keep the instance in this folder')
  .action(async ({ home }: { home?: string }) => exit(await (await import('./demo/demo.js')).demo(home, say)));

program
  .command('replay')
  .description('what stood at a point, from the log alone: who could look, who did and who was refused; or the read models')
  .requiredOption('--at <point>', 'a position, or an RFC 3339 time: the log up to the first event recorded later')
  .option('--basis <id>', 'one consent or guardianship')
  .option('--subject <id>', 'one person who could be looked at')
  .option('--read-models', 'row count and hash of every table as it stood')
  .option('--verify', 'fold the log from its first event as well, and compare')
  .action(async (options: ReplayOptions) => {
    if (!(await (await import('./replay.js')).replayHere(environment, options))) exit(1);
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
}

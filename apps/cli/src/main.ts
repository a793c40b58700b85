#!/usr/bin/env node
import { Command, Option } from 'commander';
import { ASSURANCE, type Assurance } from '../../../libs/application/request.js';
import { ROLES } from '../../../libs/domain/staff/events.js';
import type { AppointOptions } from './appoint.js';
import type { FeedOptions } from './feed/commands.js';
import type { Instance } from './instance/ports.js';
import type { ReplayOptions } from './replay.js';

const environment = process.env;
// Each command loads its own parts only.
const here = async (): Promise<Instance> => (await import('./instance/ports.js')).runningHere(environment);
const say = (line: string): void => console.log(line);

const program = new Command('xinma').description('A health code that nobody else can look up: the server and its tools').showHelpAfterError();

program
  .command('start')
  .description('run the database, the API and the projector until Ctrl-C')
  .action(async () => (await import('./start.js')).start(environment, say));

program
  .command('api')
  .description('run one more API process beside the running instance')
  .action(async () => (await import('./api.js')).api(environment, say));

program
  .command('dev')
  .description('like start; compiles, and replaces the API at every change')
  .action(async () => (await import('./dev.js')).dev(environment, say));

program.command('dev-api', { hidden: true }).action(async () => (await import('./dev-api.js')).devApi(environment));

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
  .requiredOption('--institution <id>', 'the clinic or the office')
  .option('--days <n>', 'for how long, at most 90', '90')
  .option('--end', 'take the duty back')
  .action(async (options: AppointOptions) => say(await (await import('./appoint.js')).appoint(await here(), options)));

program
  .command('status')
  .description('positions of the log and the read models, and row counts')
  .action(async () => (await (await import('./status.js')).status(await here())).forEach(say));

program
  .command('seed <feed>')
  .description('development only: enrol the people of a feed (a .ndjson file or its folder) and register their samples')
  .option('--as-of <date>', 'move each row by whole fortnights into the 14 days before this date')
  .option('--as <name>', "the clinic's staff, of the development cast")
  .action(async (feed: string, options: FeedOptions) => {
    process.exitCode = await (await import('./feed/commands.js')).seedCommand(environment, feed, options);
  });

program
  .command('import <feed>')
  .description('send results, and count the verdicts')
  .option('--as-of <date>', 'as for seed')
  .option('--as <name>', "the clinic's staff, of the development cast")
  .action(async (feed: string, options: FeedOptions) => {
    process.exitCode = await (await import('./feed/commands.js')).importCommand(environment, feed, options);
  });

program
  .command('replay')
  .description('who could look, who did and who was refused, from the log alone')
  .requiredOption('--at <point>', 'a position or an RFC 3339 time')
  .option('--basis <id>', 'one consent or guardianship')
  .action(async (options: ReplayOptions) => {
    const [{ replay }, { withPorts }] = [await import('./replay.js'), await import('./instance/ports.js')];
    const { configuration, connections } = await here();
    await withPorts(configuration.masterKey.bytes, connections, ({ store }) => replay(store, options, say));
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
}

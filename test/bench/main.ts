import { parseArgs } from 'node:util';
import { painted, terminal } from '../../apps/cli/src/feed/screen.js';
import { type Bench, type BenchRun, isMet, lineOf, type Measured, type Pairs } from './bench.js';
import { chart } from './chart.js';
import { machineFacts } from './machine.js';
import { writeReport } from './report.js';

interface Listed {
  readonly names: readonly string[];
  readonly what: string;
  readonly load: () => Promise<{ readonly bench: Bench }>;
}

/** Which folder measures what, by the names that `--only` takes. */
const BENCHES: readonly Listed[] = [
  { names: ['import'], what: 'a laboratory feed, from its first byte until the read models have it all', load: () => import('./import/bench.js') },
  { names: ['P1'], what: 'the status read over HTTP, fresh from the database each time', load: () => import('./status-read/bench.js') },
  { names: ['P3'], what: 'the consent-gated view over HTTP, recorded first', load: () => import('./view/bench.js') },
  { names: ['P6'], what: 'durable appends by 64 writers, against other event stores', load: () => import('./append/bench.js') },
  { names: ['P7'], what: 'one hot stream that 64 writers write to', load: () => import('./hot-stream/bench.js') },
  { names: ['P8'], what: 'a laboratory batch of 1,000 results, on the ledger alone', load: () => import('./lab-batch/bench.js') },
  { names: ['P9'], what: 'how long an append takes until it is on disk', load: () => import('./append-latency/bench.js') },
  { names: ['P10'], what: 'from the acknowledgement of an append until its projected row is seen', load: () => import('./projection-lag/bench.js') },
  { names: ['P11'], what: 'a rebuild of the read models from the log', load: () => import('./rebuild/bench.js') },
  { names: ['P14'], what: 'three times what can be answered, from clients that do not wait; 4,000 slow sockets', load: () => import('./surge/bench.js') },
  { names: ['P15'], what: 'the state at an instant of streams of 100 events', load: () => import('./history/bench.js') },
  { names: ['P16'], what: 'bytes that an event takes on disk', load: () => import('./disk-size/bench.js') },
  { names: ['P17'], what: 'the gate of a body: validate, validate and serialise', load: () => import('./dto-gate/bench.js') },
  { names: ['P18'], what: 'a cold start: from nothing to the first 200, on data that is there', load: () => import('./cold-start/bench.js') },
  { names: ['K'], what: 'the log in a real KurrentDB (KURRENTDB_URL): appends, catching up, views', load: () => import('./kurrentdb/bench.js') },
  { names: ['two-appenders'], what: 'two processes that append to one log, against one with as many writers; how late a follower in another process is', load: () => import('./two-appenders/bench.js') },
  { names: ['replay-basis', 'replay-subject', 'replay-read-models'], what: 'a replay at an instant, against the fold of the log from its first event', load: () => import('./replay/bench.js') },
  { names: ['web-ready'], what: 'the citizen’s room in a browser on a slow processor, until it answers', load: () => import('./web-ready/bench.js') },
];

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, quick: { type: 'boolean', default: false }, list: { type: 'boolean', default: false } } });
const only = new Set(values.only.split(',').filter((name) => name !== ''));
const known = new Set(BENCHES.flatMap(({ names }) => names));
const unknown = [...only].filter((name) => !known.has(name));

const facts: string[] = [machineFacts()];
const pairs: Pairs[] = [];
const measured: Measured[] = [];

const bench: BenchRun = {
  quick: values.quick,
  only,
  say(line) {
    facts.push(line);
    terminal.say(line);
  },
  progress: (line) => terminal.progress(line),
  drawn(drawn) {
    pairs.push(drawn);
    for (const line of chart(drawn)) terminal.say(line);
  },
};

/** Runs one; false where a result was wrong. */
async function measure({ names, what, load }: Listed): Promise<boolean> {
  terminal.say(painted('bold', `\n${names.join(', ')}: ${what}`));
  try {
    measured.push(...(await (await load()).bench.run(bench)));
    return true;
  } catch (error) {
    terminal.say(painted('red', `${names.join(', ')} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    return false;
  }
}

function conclude(): void {
  terminal.say('');
  for (const each of measured) {
    if (each.note !== undefined) terminal.say(painted('gray', `# ${each.name}: ${each.note}`));
    terminal.say(painted(isMet(each) ? 'green' : 'yellow', lineOf(each)));
  }
  terminal.say(`report: ${writeReport({ at: new Date().toISOString(), facts, pairs, measured })}`);
}

function help(): void {
  if (unknown.length > 0) terminal.say(`not known: ${unknown.join(', ')}`);
  terminal.say('npm run bench -- --only <names, comma between> [--quick]; --list: what there is');
  for (const { names, what } of BENCHES) terminal.say(`  ${names.join(', ').padEnd(14)} ${what}`);
  process.exitCode = unknown.length > 0 ? 2 : 0;
}

if (values.list || only.size === 0 || unknown.length > 0) help();
else {
  terminal.say(facts.join('\n'));
  for (const listed of BENCHES.filter(({ names }) => names.some((name) => only.has(name)))) if (!(await measure(listed))) process.exitCode = 1;
  conclude();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { removeCluster } from '../../../../libs/embedded-postgres/index.js';
import { formatInstant, instant } from '../../../../libs/kernel/index.js';
import { midnight } from '../feed/as-of.js';
import { feedFile, feedRows } from '../feed/feed-file.js';
import { sendBy } from '../feed/sending.js';
import type { Screen } from '../feed/screen.js';
import { importFeed } from '../import.js';
import { clusterFolder } from '../instance/database.js';
import { ServerProcess } from '../instance/server-process.js';
import { seed } from '../seed.js';
import { consent } from './consent.js';
import { guardianship } from './guardian.js';
import { audit, powerCut } from './history.js';
import { enrol } from './people.js';
import { rebuilt } from './rebuilt.js';
import type { Stage } from './scene.js';
import { Story, StoryBroken } from './story.js';
import { stranger } from './stranger.js';

const FEED = fileURLToPath(new URL('../../../../../test/data/lab-feed', import.meta.url));

/**
 * Plays the whole story on an instance of its own and checks every step. The exit code: 0 where all held; 1, naming the step, where one did not. `home` is kept,
 * a missing one is made and removed.
 */
export async function demo(home: string | undefined, say: (line: string) => void): Promise<number> {
  const folder = home ?? mkdtempSync(join(tmpdir(), 'xinma-demo-'));
  const server = new ServerProcess(folder);
  try {
    await play({ server, story: new Story(say) }, say);
    say(`\n${styleText('green', 'demo: ok')}`);
    return 0;
  } catch (error) {
    say(`\n${styleText('red', 'demo: failed')} at ${error instanceof StoryBroken ? error.message : String(error)}`);
    return 1;
  } finally {
    await server.stop();
    if (home === undefined) {
      await removeCluster(clusterFolder(folder));
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function play(stage: Stage, say: (line: string) => void): Promise<void> {
  const { server, story } = stage;
  await server.start();
  story.tell('system', 'a fresh instance runs: database, API and projector');
  const rows = await feedOfToday();
  await enrol(stage, rows);
  await feed(stage, say);
  const props = { ...(await guardianship(stage, join(server.home, 'issuer'))), ...(await consent(stage)) };
  await stranger(stage, props, rows);
  await powerCut(stage, props);
  await audit(stage, props);
  await rebuilt(stage);
}

const today = (): string => formatInstant(instant(Date.now())).slice(0, 10);

async function feedOfToday(): Promise<readonly string[]> {
  const rows: string[] = [];
  for await (const row of feedRows(feedFile(FEED), midnight(today()))) rows.push(Buffer.from(row).toString('utf8'));
  return rows;
}

async function feed({ server, story }: Stage, say: (line: string) => void): Promise<void> {
  story.scene('A clinic imports real results');
  const quiet: Screen = { say: (line) => say(`    ${line}`), progress: () => undefined };
  const [registrar, clinic] = [await server.as('registrar-he'), await server.as('nurse-zhou')];
  const options = { feed: FEED, asOf: today() };
  story.same('the feed is seeded', await seed({ registrar, clinic }, options, quiet), 0);
  story.same('the feed is imported', await importFeed(sendBy(await server.access('nurse-zhou')), { ...options, rejected: join(server.home, 'rejected.ndjson') }, quiet), 0);
  story.tell('clinic', '160 rows of a real feed: a verdict each');
}

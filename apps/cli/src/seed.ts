import type { XinmaClient } from '../../../libs/client/index.js';
import { midnight } from './feed/as-of.js';
import { feedFile, feedRows } from './feed/feed-file.js';
import { httpDesks } from './feed/http-desks.js';
import { painted, type Screen } from './feed/screen.js';
import { seedAll, type Seeded } from './feed/seed-people.js';
import { planSeed, tally } from './feed/seed-plan.js';

/** What `xinma seed` is given: a feed, and perhaps the date (`YYYY-MM-DD`) it is moved up to. */
export interface SeedOptions {
  readonly feed: string;
  readonly asOf?: string | undefined;
}

/** Who sits at the two desks. */
export interface SeedStaff {
  readonly registrar: XinmaClient;
  readonly clinic: XinmaClient;
}

/** Holders at the desks at once. */
const AT_ONCE = 8;

/** Development only: enrols a feed's test persons at the counter and registers their tubes, so that the feed can be imported. Doing it again changes nothing. */
export async function seed({ registrar, clinic }: SeedStaff, { feed, asOf }: SeedOptions, screen: Screen): Promise<number> {
  screen.say(painted('yellow', 'seed is for development only: it enrols invented people under invented passports'));
  const lines: string[] = [];
  for await (const row of feedRows(feedFile(feed), asOf === undefined ? undefined : midnight(asOf))) lines.push(Buffer.from(row).toString('utf8'));
  const { holders, skipped } = planSeed(lines);
  let done = 0;
  const seeded = await seedAll(httpDesks(registrar, clinic), holders, AT_ONCE, () => {
    done += 1;
    screen.progress(`${done} of ${holders.length} people`);
  });
  tell(seeded, skipped, screen);
  return 0;
}

function tell(seeded: readonly Seeded[], skipped: Readonly<Record<string, number>>, screen: Screen): void {
  const enrolled = seeded.filter((one) => one.enrolled);
  const tubes = enrolled.reduce((sum, { registered }) => sum + registered, 0);
  screen.say(painted('green', `${enrolled.length} people enrolled, ${tubes} barcodes registered`));
  const reasons = { ...skipped, ...tally(seeded.flatMap((one) => (one.enrolled ? [] : one.refused))) };
  for (const [reason, count] of Object.entries(reasons)) screen.say(`${String(count).padStart(7)}  ${painted('yellow', `not enrolled: ${reason}`)}`);
  const refused = tally(enrolled.flatMap((one) => one.refused));
  for (const [reason, count] of Object.entries(refused)) screen.say(`${String(count).padStart(7)}  ${painted('yellow', `not registered: ${reason}`)}`);
}

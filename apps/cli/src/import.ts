import { isRecord } from '../../../libs/domain/codec/index.js';
import { type Verdict, VERDICTS } from '../../../libs/domain/sample/index.js';
import { midnight } from './feed/as-of.js';
import { feedFile, feedRows } from './feed/feed-file.js';
import { painted, type Screen } from './feed/screen.js';
import type { HttpClient } from './http-client.js';

/** What `xinma import` is given: a feed, and perhaps the date (`YYYY-MM-DD`) it is moved up to. */
export interface ImportOptions {
  readonly feed: string;
  readonly asOf?: string | undefined;
}

/** Streams a feed in as the clinic's staff and tells the verdicts. 0 where every row was judged, whatever the verdicts; 1 where rows have to be sent again. */
export async function importFeed(client: HttpClient, { feed, asOf }: ImportOptions, screen: Screen): Promise<number> {
  const rows = feedRows(feedFile(feed), asOf === undefined ? undefined : midnight(asOf));
  const counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));
  let sent = 0;
  let judged = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const row of rows) {
      sent += 1;
      yield Buffer.concat([row, Buffer.from('\n')]);
    }
  };
  for await (const line of client.lines('/v1/results/imports', counted(), 'application/x-ndjson')) {
    const verdict = verdictOf(line);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    judged += 1;
    screen.progress(`${judged} of ${sent} rows judged`);
  }
  return tell({ sent, judged, counts }, screen);
}

interface Tally {
  readonly sent: number;
  readonly judged: number;
  readonly counts: ReadonlyMap<Verdict, number>;
}

function tell({ sent, judged, counts }: Tally, screen: Screen): number {
  for (const [verdict, count] of counts) if (count > 0) screen.say(`${String(count).padStart(7)}  ${painted(colourOf(verdict), verdict)}`);
  const missing = sent - judged + (counts.get('busy') ?? 0);
  if (missing === 0) screen.say(painted('bold', `${sent} rows, each with its verdict`));
  else screen.say(painted('red', `${missing} of ${sent} rows were not judged: send the feed again, nothing is recorded twice`));
  return missing === 0 ? 0 : 1;
}

function colourOf(verdict: Verdict): 'green' | 'gray' | 'yellow' | 'red' {
  if (verdict === 'recorded') return 'green';
  if (verdict === 'already-recorded') return 'gray';
  return verdict === 'busy' || verdict === 'identity' || verdict === 'conflict' ? 'red' : 'yellow';
}

function verdictOf(line: string): Verdict {
  const json: unknown = JSON.parse(line);
  const verdict = isRecord(json) ? VERDICTS.find((known) => known === json['verdict']) : undefined;
  if (verdict === undefined) throw new Error('the answer has a line without a verdict');
  return verdict;
}

import { CHAIN_START, LogWriter, type Manifest } from '../../../../libs/backup/index.js';
import type { EventStore, RecordedEvent } from '../../../../libs/event-store/index.js';

const PAGE = 1_000;

/** What a manifest says of the log. */
export type CopiedLog = Pick<Manifest, 'head' | 'last' | 'chain' | 'files'>;

const NOTHING: CopiedLog = { head: '0', last: '', chain: CHAIN_START, files: [] };

/** Copies what the log has beyond an earlier copy, up to its head of now, in constant memory. Rejects where it has a gap. */
export async function backUpLog(store: EventStore, folder: string, former: CopiedLog = NOTHING, show: (at: { readonly position: bigint; readonly target: bigint }) => void = () => undefined): Promise<CopiedLog> {
  const head = await store.head();
  const writer = new LogWriter(folder, { files: former.files.length, chain: former.chain });
  let [position, last] = [BigInt(former.head), former.last];
  while (position < head) {
    show({ position, target: head });
    const page = await pageAfter(store, position, head);
    await writer.add(page.events);
    [position, last] = [page.end.position, page.end.id];
  }
  const written = await writer.finish();
  return { head: String(position), last, chain: writer.chain, files: [...former.files, ...written] };
}

async function pageAfter(store: EventStore, position: bigint, head: bigint): Promise<{ readonly events: readonly RecordedEvent[]; readonly end: RecordedEvent }> {
  const events = (await store.readAll(position, PAGE)).filter((event) => event.position <= head);
  const end = events.at(-1);
  if (end?.position !== position + BigInt(events.length)) throw new Error(`the log has a gap after position ${position}: xinma doctor says more`);
  return { events, end };
}

/** Rejects where a copy is of another log, or of one that was longer. */
export async function demandSameLog(store: EventStore, { head, last }: CopiedLog = NOTHING): Promise<void> {
  if (head === '0') return;
  const [event] = await store.readAt([BigInt(head)]);
  if (event?.id !== last) throw new Error('this folder has a backup of another log, or of more of it than there is: name another folder');
}

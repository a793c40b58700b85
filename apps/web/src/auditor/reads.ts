import type { paths } from '../../../../libs/client/schema.js';
import { answered, api, Failed } from '../data/api.js';
import { hashOf } from './hash.js';
import type { Report } from './report.js';

/** Whose access is asked for: a person's, or a basis's. */
export type Asked = { readonly kind: 'subject' | 'basis'; readonly id: string };

/** Reads what somebody typed: 32 characters name a person, `c_` and `g_` a basis. */
export function askedFrom(typed: string): Asked | undefined {
  const id = typed.replaceAll(/\s/g, '').toLowerCase();
  if (/^[0-9a-f]{32}$/.test(id)) return { kind: 'subject', id };
  return /^(?:c_[0-9a-f]{32}|g_[0-9a-f]{32}-\d{1,9})$/.test(id) ? { kind: 'basis', id } : undefined;
}

/** A replay, the point that names it ever after, and its hash. */
export interface Replayed {
  readonly at: string;
  readonly report: Report;
  readonly hash: string;
}

/** A replay with what was asked for. */
export type Found = Replayed & { readonly asked: Asked };

/** Beyond every log: a position, unlike an instant, has the same answer however often it is asked. */
const END = '9'.repeat(18);

/** Replays up to a point of the log (digits, or RFC 3339), or as far as it goes. Recorded before it is answered, so the last event is the question itself: windows are judged now. */
export async function replay({ kind, id }: Asked, at = END): Promise<Replayed> {
  const params = { path: { id }, query: { at } };
  const report = await answered(kind === 'subject' ? api.GET('/v1/audit/subjects/{id}/access', { params }) : api.GET('/v1/audit/bases/{id}', { params }));
  return { report, at: at === END ? report.position : at, hash: await hashOf(report) };
}

/** An event as it is stored, sealed fields shut. */
export type RawEvent = paths['/v1/audit/events']['get']['responses'][200]['content']['application/x-ndjson'];

/** At most so many events after a position. The log has no end worth waiting for: what comes behind them is not taken. */
export async function eventsAfter(after: string, most: number, signal?: AbortSignal): Promise<readonly RawEvent[]> {
  const { data, error, response } = await api.GET('/v1/audit/events', { params: { query: { after } }, parseAs: 'stream', ...(signal === undefined ? {} : { signal }) });
  // Nothing at all is what the end of the log looks like.
  if (data === undefined || data === null) return response.ok ? [] : answered(Promise.resolve({ error, response }));
  const reader = data.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let done = false;
  while (!done && lines(text).length < most) {
    const next = await reader.read();
    ({ done } = next);
    text += next.value ?? '';
  }
  await reader.cancel();
  return lines(text).slice(0, most).map((line) => eventOf(line, response.status));
}

const lines = (text: string): readonly string[] => text.split('\n').slice(0, -1);

function eventOf(line: string, status: number): RawEvent {
  const read = JSON.parse(line) as RawEvent;
  // An answer that has begun may end with why it does not go on.
  if (!('position' in read)) throw new Failed(status, undefined);
  return read;
}

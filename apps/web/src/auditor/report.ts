import type { Read } from '../data/types.js';

/** What a replay answers. */
export type Report = Read<'/v1/audit/subjects/{id}/access'>;

/** A place in the log and the instant at which windows are judged (milliseconds). */
export interface Point {
  readonly position: bigint;
  readonly at: number;
}

/** One stretch in which a basis could be used; `until` is where it was cut, or where its window ends. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** A basis, when it could be used, and what was shown and refused under it. */
export interface Bar {
  readonly basis: string;
  readonly viewer: string;
  /** What was granted last; undefined where nothing ever was. */
  readonly terms: Terms | undefined;
  readonly spans: readonly Span[];
  readonly shown: readonly Mark[];
  readonly refused: readonly Mark[];
}

/** One view, or one refusal. */
export interface Mark {
  readonly position: string;
  readonly at: number;
}

/** Something that happened, or a window's edge, at which nothing happened but the answer changed (`event` is undefined). */
export interface Stop extends Point {
  readonly what: string;
  readonly basis: string;
  readonly event: string | undefined;
}

const time = (text: string): number => Date.parse(text);
const upTo = <T extends { readonly position: string }>(all: readonly T[], { position }: Point): readonly T[] => all.filter((one) => BigInt(one.position) <= position);

type Change = Report['changed'][number];
type Terms = NonNullable<Change['terms']>;

/** Who could look at a point: every basis whose last change up to there gives terms in whose window it lies. */
export function couldAt(report: Report, point: Point): readonly (Terms & { readonly basis: string; readonly viewer: string })[] {
  const last = new Map(upTo(report.changed, point).map((change) => [change.basis, change]));
  return [...last.values()].flatMap(({ basis, viewer, terms }) => (terms !== null && time(terms.from) <= point.at && point.at < time(terms.until) ? [{ basis, viewer, ...terms }] : []));
}

/** Who looked up to a point, and who was refused. */
export const lookedAt = (report: Report, point: Point): { readonly did: readonly Report['did'][number][]; readonly refused: readonly Report['refused'][number][] } => ({ did: upTo(report.did, point), refused: upTo(report.refused, point) });

function spansOf(changes: readonly Change[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { at, terms } of changes) {
    const open = spans.at(-1);
    if (open !== undefined && time(at) < open.until) spans[spans.length - 1] = { from: open.from, until: Math.max(open.from, time(at)) };
    if (terms !== null) spans.push({ from: Math.max(time(terms.from), time(at)), until: time(terms.until) });
  }
  return spans.filter(({ from, until }) => until > from);
}

/** Every basis that was ever granted, in the order of the log; then those that only refusals name. */
export function barsOf(report: Report): readonly Bar[] {
  const names = new Map([...report.refused, ...report.changed.toReversed()].map(({ basis, viewer }) => [basis, viewer]));
  const ordered = [...new Set([...report.changed, ...report.refused].map(({ basis }) => basis))];
  return ordered.map((basis) => {
    const changes = report.changed.filter((one) => one.basis === basis);
    return { basis, viewer: names.get(basis) ?? '', terms: lastTerms(changes), spans: spansOf(changes), shown: marksOf(report.did, basis), refused: marksOf(report.refused, basis) };
  });
}

const lastTerms = (changes: readonly Change[]): Terms | undefined => changes.findLast((one) => one.terms !== null)?.terms ?? undefined;

const marksOf = (looks: readonly Report['refused'][number][], basis: string): readonly Mark[] => looks.filter((one) => one.basis === basis).map(({ position, at }) => ({ position, at: time(at) }));

/** Everything at which the answer changed or something was recorded, in order: what a slider stops at. */
export function stopsOf(report: Report): readonly Stop[] {
  const end = time(report.asOf);
  const events: readonly Stop[] = [
    ...report.changed.map(({ position, at, type, basis }) => ({ position: BigInt(position), at: time(at), what: type, basis, event: position })),
    ...report.did.map(({ position, at, basis, shown }) => ({ position: BigInt(position), at: time(at), what: shown, basis, event: position })),
    ...report.refused.map(({ position, at, basis }) => ({ position: BigInt(position), at: time(at), what: 'refused', basis, event: position })),
  ].toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const placed = (at: number, what: string, basis: string): Stop => ({ at, what, basis, event: undefined, position: events.findLast((one) => one.at <= at)?.position ?? 0n });
  const cut = new Set(report.changed.filter(({ terms }) => terms === null).map(({ basis, at }) => `${basis} ${time(at)}`));
  const begun = new Set(report.changed.map(({ basis, at }) => `${basis} ${time(at)}`));
  const edges = barsOf(report).flatMap(({ basis, spans }) =>
    spans.flatMap(({ from, until }) => [...(begun.has(`${basis} ${from}`) ? [] : [placed(from, 'begins', basis)]), ...(cut.has(`${basis} ${until}`) ? [] : [placed(until, 'ends', basis)])]),
  );
  return [...events, ...edges.filter(({ at }) => at <= end)].toSorted((a, b) => a.at - b.at || (a.position === b.position ? 0 : a.position < b.position ? -1 : 1));
}

/** Whether a replay up to a point says what is drawn for it from a later one. */
export function agrees(drawn: Report, replayed: Report): boolean {
  const point = { position: BigInt(replayed.position), at: time(replayed.asOf) };
  const { did, refused } = lookedAt(drawn, point);
  const named = (all: readonly { readonly basis: string }[]): string => JSON.stringify(all.map(({ basis }) => basis).toSorted());
  const placed = (all: readonly { readonly position: string }[]): string => JSON.stringify(all.map(({ position }) => position));
  return named(couldAt(drawn, point)) === named(replayed.could) && placed(did) === placed(replayed.did) && placed(refused) === placed(replayed.refused);
}

import { createHash } from 'node:crypto';
import type { Scope } from '../../../libs/domain/scope.js';
import { CitizenId, ConsentId, EventId, type Instant, instant, plus, SampleId } from '../../../libs/kernel/index.js';

const HOUR = 3_600_000;

/** 128 bits that say nothing, the same in every run. */
const hex = (kind: string, index: number): string => createHash('sha256').update(`${kind}-${index}`).digest('hex').slice(0, 32);

/** The id of a made-up event. */
export const eventId = (kind: string, index: number): EventId => EventId(hex(`event-${kind}`, index).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));

/** One inhabitant, with one result. */
export interface Inhabitant {
  readonly sub: string;
  readonly citizen: CitizenId;
  readonly sample: SampleId;
  readonly surname: string;
  readonly result: string;
  readonly collectedAt: Instant;
  readonly reportedAt: Instant;
}

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周'];
const RESULTS = ['260415000', '260415000', '260415000', '260415000', '260415000', '260415000', '260415000', '260373001', '419984006'];

/** The inhabitants, made up alike in every run: results of the last three days and older. */
export const inhabitant = (index: number, now: Instant): Inhabitant => ({
  sub: `p${index}`,
  citizen: CitizenId(hex('citizen', index)),
  sample: SampleId(hex('sample', index)),
  surname: SURNAMES[index % SURNAMES.length] ?? '王',
  result: RESULTS[index % RESULTS.length] ?? '260415000',
  collectedAt: instant(now - (2 + (index % 70)) * HOUR - (index % 3_600) * 1_000),
  reportedAt: instant(now - (1 + (index % 70)) * HOUR - (index % 3_600) * 1_000),
});

/** A consent between two inhabitants. Each of ten is one way: seven live, one of them revoked, one asked for by somebody else, one that nobody made. */
export interface Basis {
  readonly consent: ConsentId;
  readonly subject: number;
  /** Whom it names. */
  readonly viewer: number;
  /** Who asks. */
  readonly asker: number;
  readonly kind: 'live' | 'revoked' | 'foreign' | 'unknown';
  readonly scope: Scope;
  readonly from: Instant;
  readonly until: Instant;
  readonly label: string;
}

const KINDS = ['live', 'live', 'live', 'live', 'live', 'live', 'live', 'revoked', 'foreign', 'unknown'] as const;
/** How many consents a viewer holds. */
const HELD = 5;

/** The `index`-th basis of a city of `citizens`, of whom the first `viewers` look. */
export function basis(index: number, { citizens, viewers }: { readonly citizens: number; readonly viewers: number }, now: Instant): Basis {
  const viewer = Math.floor(index / HELD) % viewers;
  const kind = KINDS[index % KINDS.length] ?? 'live';
  return {
    consent: ConsentId(`c_${hex('consent', index)}`),
    subject: (viewer + 1 + ((index * 7_919) % (citizens - 1))) % citizens,
    viewer,
    asker: kind === 'foreign' ? (viewer + 1) % viewers : viewer,
    kind,
    scope: index % 2 === 0 ? 'results' : 'status',
    from: plus(now, -HOUR),
    until: plus(now, 48 * HOUR),
    label: `label ${index}`,
  };
}

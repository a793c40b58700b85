import { guardianshipsAggregate } from '../../../../libs/application/guardianship/aggregates.js';
import { type Aggregate, Ledger, unread } from '../../../../libs/application/ledger/index.js';
import { Names } from '../../../../libs/application/names.js';
import { accountAggregate, citizenAggregate } from '../../../../libs/application/people/aggregates.js';
import { sampleAggregate } from '../../../../libs/application/samples/sample-aggregate.js';
import { streams } from '../../../../libs/application/streams.js';
import type { DomainEvent } from '../../../../libs/domain/codec/index.js';
import type { TestResult } from '../../../../libs/domain/sample/index.js';
import type { EventStore, StreamName } from '../../../../libs/event-store/index.js';
import { AccountId, CitizenId, EventId, type GuardianshipId, guardianshipId, GuardianshipsId, HOUR, open, plus, SampleId, StaffId } from '../../../../libs/kernel/index.js';
import type { BlindIndex, Vault } from '../../../../libs/vault/index.js';
import { confirmed } from '../../../kit/guardianship.js';
import { institutionId } from '../../../kit/institutions.js';
import { EPOCH } from '../machine/simulated-clock.js';

/** A guardianship that two registrars confirmed before the run begins. */
export interface Ward {
  readonly guardianship: GuardianshipId;
  readonly guardian: CitizenId;
}

/** Who lives here. */
export interface Town {
  readonly adults: readonly CitizenId[];
  readonly surnames: ReadonlyMap<string, string>;
  readonly wards: readonly Ward[];
  readonly samples: readonly SampleId[];
}

const hex = (digits: string): string => digits.repeat(16);
const ADULTS = ['a1', 'a2', 'a3', 'a4'].map((digits) => CitizenId(hex(digits)));
const CHILDREN = ['c1', 'c2'].map((digits) => CitizenId(hex(digits)));
const SURNAMES = new Map([...ADULTS, ...CHILDREN].map((citizen, index) => [citizen as string, ['王', '李', '赵', '陈', '刘', '杨'][index] ?? ''] as const));
const CLINIC = institutionId('clinic-east');

/** What was found in a tube when it was found. */
export const FOUND: TestResult = {
  test: 'LP6464-4',
  disease: '840539006',
  result: '260415000',
  collectedAt: plus(EPOCH, -30 * HOUR),
  reportedAt: plus(EPOCH, -20 * HOUR),
  centre: 'East Clinic',
  testName: null,
  manufacturer: null,
  country: null,
  issuer: null,
};

/** Everybody enrolled and tested, two children with a guardian each: put straight into the log, before anything goes wrong. */
export async function settle(log: EventStore, vault: Vault, index: BlindIndex): Promise<Town> {
  const ledger = new Ledger(log, vault, new Names(index));
  const put = async <State, Event extends DomainEvent>(of: Aggregate<State, Event>, stream: StreamName, ...events: readonly Event[]): Promise<void> => {
    await ledger.record({ of, onto: unread(stream, of.initial), events: events.map((event, ordinal) => ({ id: EventId(index.uuid('town', stream, String(ordinal))), event })) });
  };
  for (const citizen of [...ADULTS, ...CHILDREN]) {
    await put(accountAggregate, streams.account(AccountId(citizen)), { type: 'AccountLinked', data: { account: AccountId(citizen), citizen, registrar: null, office: null, at: EPOCH } });
    await put(citizenAggregate, streams.citizen(citizen), enrolled(citizen));
  }
  const samples = [...ADULTS, ...CHILDREN].map((citizen) => ({ citizen, sample: SampleId(index.name('town', citizen)) }));
  for (const { citizen, sample } of samples) {
    const tube = { sample, clinic: CLINIC, citizen, at: EPOCH } as const;
    const registered = { type: 'SampleRegistered', data: { ...tube, staff: StaffId(hex('02')), flagged: open(false), collectedAt: open(FOUND.collectedAt), barcode: open('A-1') } } as const;
    await put(sampleAggregate, streams.sample(sample), registered, { type: 'ResultRecorded', data: { ...tube, result: open(FOUND) } });
  }
  const wards: Ward[] = [];
  for (const [ordinal, dependent] of CHILDREN.entries()) {
    const stream = GuardianshipsId(index.name('town', 'guardianships', dependent));
    const guardian = ADULTS[ordinal] ?? dependent;
    const guardianship = guardianshipId(stream, 1);
    await put(guardianshipsAggregate, streams.guardianships(stream), confirmed(1, { guardianship, guardian, dependent, from: EPOCH, at: EPOCH }));
    wards.push({ guardianship, guardian });
  }
  return { adults: ADULTS, surnames: SURNAMES, wards, samples: samples.map(({ sample }) => sample) };
}

function enrolled(citizen: CitizenId) {
  const name = { family: SURNAMES.get(citizen) ?? '', given: '某', familyLatin: null, givenLatin: null };
  const document = open({ type: 'passport', state: 'CN', number: 'E12345678' } as const);
  const seen = { registrar: null, office: null, way: 'self', birthDate: open('1960-01-01'), phone: open(null) } as const;
  return { type: 'CitizenEnrolled', data: { citizen, ...seen, name: open(name), document, at: EPOCH } } as const;
}

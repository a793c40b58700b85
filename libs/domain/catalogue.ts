import type { Instant } from '../kernel/index.js';
import { auditCodec, refusalCodec } from './access/codec.js';
import type { AuditEvent, RefusalEvent } from './access/events.js';
import { accountCodec, citizenCodec, identityCodec } from './citizen/codec.js';
import type { AccountEvent, CitizenEvent, IdentityEvent } from './citizen/events.js';
import { type Open, type StoredEvent, Unreadable } from './codec/index.js';
import { consentCodec } from './consent/codec.js';
import type { ConsentEvent } from './consent/events.js';
import { claimCodec, guardianshipCodec } from './guardianship/codec.js';
import type { ClaimEvent, GuardianshipEvent } from './guardianship/events.js';
import { institutionCodec } from './institution/codec.js';
import type { InstitutionEvent } from './institution/events.js';
import { sampleCodec, samplingCodeCodec } from './sample/codec.js';
import type { SampleEvent, SamplingCodeEvent } from './sample/events.js';
import { staffCodec } from './staff/codec.js';
import type { StaffEvent } from './staff/events.js';

/** Every event that is stored. */
export type AnyEvent =
  | AccountEvent
  | IdentityEvent
  | CitizenEvent
  | SamplingCodeEvent
  | SampleEvent
  | ConsentEvent
  | ClaimEvent
  | GuardianshipEvent
  | StaffEvent
  | InstitutionEvent
  | RefusalEvent
  | AuditEvent;

/** The codec of each kind of stream, by the part of a stream's name before its first '-'. */
export const CODECS = {
  account: accountCodec,
  identity: identityCodec,
  citizen: citizenCodec,
  sampling: samplingCodeCodec,
  sample: sampleCodec,
  consent: consentCodec,
  claim: claimCodec,
  guardianships: guardianshipCodec,
  staff: staffCodec,
  institution: institutionCodec,
  refusal: refusalCodec,
  audit: auditCodec,
} as const;

/** The kind of a stream. */
export type Category = keyof typeof CODECS;

const isCategory = (name: string): name is Category => Object.hasOwn(CODECS, name);

/** Decodes an event of any stream; without `open`, its sealed fields stay shut. Throws `Unreadable`. */
export const decodeAny = (stream: string, stored: StoredEvent, open?: Open): AnyEvent => codecOf(stream, stored).decode(stored, open);

/** The instant of an event of any stream: what is sealed in it is not looked at. Throws `Unreadable`. */
export const instantOfAny = (stream: string, stored: StoredEvent): Instant => (codecOf(stream, stored).clear(stored) as Pick<AnyEvent['data'], 'at'>).at;

function codecOf(stream: string, stored: StoredEvent): (typeof CODECS)[Category] {
  const category = stream.slice(0, stream.indexOf('-'));
  if (!isCategory(category)) throw new Unreadable(stored.type, stored.version);
  return CODECS[category];
}

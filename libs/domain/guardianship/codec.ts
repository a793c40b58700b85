import { CitizenId, ClaimId, GuardianshipId, StaffId } from '../../kernel/index.js';
import { viewDisclosed } from '../access/view-disclosed.js';
import { count, eventCodec, flag, listOf, nullable, oneOf, parsed, record, sealedBy, text, time } from '../codec/index.js';
import { idsInstead, institution } from '../institution/written.js';
import { date, identityDocument, personName } from '../person.js';
import { policy, unsaidPolicy } from '../policy/recorded.js';
import { PURPOSES, SCOPES } from '../scope.js';
import { type AgeInstants, type ClaimDetails, type ClaimEvent, CLOSING_REASONS, type Evidence, GROUNDS, type GuardianshipEvent } from './events.js';

const claim = parsed(ClaimId);
const citizen = parsed(CitizenId);
const staff = parsed(StaffId);
const guardianship = parsed(GuardianshipId);
const scope = oneOf(...SCOPES);
const claimed = { claim, claimant: citizen, at: time };
const act = { registrar: staff, office: institution };
/** How the office of an act is read that the first version still named. */
const named = { upcasters: { 1: idsInstead('office') }, alikeSince: 1 };
const claimDetails = record<ClaimDetails>({
  name: personName,
  birthDate: date,
  document: identityDocument,
  ground: oneOf(...GROUNDS),
  evidence: record<Evidence>({ type: text, authority: text, number: text, sha256: text }),
});

/** How claims are stored: what was claimed, and who proposed as a citizen, under the claim's own key; what the claimant calls them, and why it was closed, under the claimant's. */
export const claimCodec = eventCodec<ClaimEvent>({
  GuardianshipClaimed: { version: 1, clear: claimed, sealed: { details: sealedBy('claim', (data) => data.claim, claimDetails) } },
  ClaimLabelled: { version: 1, clear: claimed, sealed: { label: sealedBy('person', (data) => data.claimant, text) } },
  ClaimDealt: { version: 3, clear: { ...claimed, ...act, until: time, policy }, sealed: {}, upcasters: { 1: unsaidPolicy, 2: idsInstead('office') }, alikeSince: 2 },
  ConfirmationProposed: {
    version: 3,
    clear: { ...claimed, ...act, scope, reviewAt: time, until: nullable(time), policy },
    sealed: { proposer: sealedBy('claim', (data) => data.claim, nullable(citizen)) },
    upcasters: { 1: unsaidPolicy, 2: idsInstead('office') },
    alikeSince: 2,
  },
  ClaimCountersigned: { version: 2, clear: { ...claimed, ...act, dependent: citizen, guardianship }, sealed: {}, ...named },
  ClaimClosed: {
    version: 2,
    clear: { ...claimed, registrar: nullable(staff), office: nullable(institution) },
    sealed: { reason: sealedBy('person', (data) => data.claimant, oneOf(...CLOSING_REASONS)) },
    ...named,
  },
  ClaimErased: { version: 1, clear: claimed, sealed: {} },
});

const parties = { guardianship, guardian: citizen, dependent: citizen, at: time };
const ages = nullable(record<AgeInstants>({ fourteen: time, eighteen: time }));
const reason = sealedBy('person', (data: { readonly dependent: CitizenId }) => data.dependent, text);

/** How guardianships are stored: ground and age instants under the dependent's key, the guardian's name under their access-log key. */
export const guardianshipCodec = eventCodec<GuardianshipEvent>({
  GuardianshipConfirmed: {
    version: 2,
    clear: {
      ...parties,
      claim,
      ordinal: count,
      scope,
      purposes: listOf(oneOf(...PURPOSES)),
      byAge: flag,
      from: time,
      reviewAt: time,
      until: nullable(time),
      policy: text,
      offices: listOf(institution),
    },
    sealed: {
      ground: sealedBy('person', (data) => data.dependent, oneOf(...GROUNDS)),
      ages: sealedBy('person', (data) => data.dependent, ages),
      guardianName: sealedBy('access-log', (data) => data.dependent, personName),
    },
    upcasters: { 1: idsInstead('offices') },
    alikeSince: 1,
  },
  ViewDisclosed: viewDisclosed,
  GuardianshipSuspended: { version: 2, clear: { ...parties, ...act }, sealed: { reason }, ...named },
  GuardianshipReinstated: { version: 2, clear: { ...parties, ...act }, sealed: { reason }, ...named },
  GuardianshipEnded: { version: 2, clear: { ...parties, ...act }, sealed: { reason }, ...named },
});

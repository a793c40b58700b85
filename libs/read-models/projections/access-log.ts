import { AccessEntryRow, type Copy } from '../entities.js';
import { type Handlers, projection, put, type Touch } from '../projection.js';

type Entry = Touch<AccessEntryRow>;

const entry = (kind: AccessEntryRow['kind'], subject: string, { position }: Copy): Entry => put(position, { position, subject, kind });
const about = ({ citizen }: { readonly citizen: string }, copy: Copy): Entry => entry('staff', citizen, copy);
const dependent = (data: { readonly dependent: string }, copy: Copy): Entry => entry('staff', data.dependent, copy);
const claimant = (data: { readonly claimant: string }, copy: Copy): Entry => entry('staff', data.claimant, copy);
const seenBy = (data: { readonly citizen: string; readonly registrar: string | null }, copy: Copy): Entry | undefined => (data.registrar === null ? undefined : about(data, copy));

/** Whose log an event is in, and as what. What nobody is the subject of is in nobody's. */
export const accessHandlers = {
  ViewDisclosed: ({ subject }, copy) => entry('view', subject, copy),
  ViewRefused: ({ subject }, copy) => (subject === null ? undefined : entry('refusal', subject, copy)),
  AccessReplayed: ({ subject }, copy) => (subject === null ? undefined : entry('staff', subject, copy)),
  AccountLinked: seenBy,
  CitizenEnrolled: seenBy,
  SamplingCodeIssued: seenBy,
  SamplingCodeUsed: about,
  SampleRegistered: about,
  BarcodeLocked: about,
  BarcodeReleased: about,
  ResultCorrected: about,
  ResultWithdrawn: about,
  // Whoever opens the paper sees its claimant's verified name.
  ClaimDealt: claimant,
  GuardianshipConfirmed: dependent,
  GuardianshipSuspended: dependent,
  GuardianshipReinstated: dependent,
  GuardianshipEnded: dependent,
} satisfies Handlers<AccessEntryRow>;

/** Everybody's access log. */
export const accessLog = projection(AccessEntryRow, accessHandlers, { writeOnce: true });

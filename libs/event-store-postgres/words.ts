// Words that stand in the log as numbers. What is stored counts from the order here, and the migration that moved the log told the server the same: a word that comes later stands in the log as it is.

/** What names of streams begin with that end in 128 bits. */
export const KINDS: readonly string[] = ['account', 'identity', 'citizen', 'sampling', 'sample', 'consent', 'claim', 'guardianships', 'staff', 'refusal', 'audit'];

/** Types of events. */
export const TYPES: readonly string[] = [
  'AccountLinked', 'IdentityReserved', 'IdentityReleased', 'CitizenEnrolled', 'ContactChanged', 'SamplingCodeIssued', 'SamplingCodeUsed', 'SampleRegistered', 'ResultRecorded',
  'BarcodeLocked', 'BarcodeReleased', 'ResultCorrected', 'ResultWithdrawn', 'ConsentRequested', 'ConsentCodeOpened', 'ConsentGranted', 'ConsentDeclined', 'ViewDisclosed',
  'ConsentRevoked', 'ConsentRelinquished', 'ConsentEnded', 'GuardianshipClaimed', 'ClaimDealt', 'ConfirmationProposed', 'ClaimCountersigned', 'ClaimClosed', 'ClaimErased',
  'GuardianshipConfirmed', 'GuardianshipSuspended', 'GuardianshipReinstated', 'GuardianshipEnded', 'StaffAppointed', 'AppointmentEnded', 'ViewRefused', 'AccessReplayed',
];

const NUMBERS: ReadonlyMap<string, string> = new Map(TYPES.map((type, index) => [type, String(index)]));

/** How a type stands in the log: no type begins with a digit. */
export const writtenType = (type: string): string => NUMBERS.get(type) ?? type;

/** The type that stands in the log so. */
export const readType = (written: string): string => TYPES[Number(written)] ?? written;

const [ZERO, NINE] = [0x30, 0x39];

/** The type that stands in these bytes of the log. */
export function typeAt(bytes: Buffer, from: number, to: number): string {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = bytes.readUInt8(at);
    if (digit < ZERO || digit > NINE) return bytes.toString('latin1', from, to);
    number = number * 10 + digit - ZERO;
  }
  return TYPES[number] ?? bytes.toString('latin1', from, to);
}

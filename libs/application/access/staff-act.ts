import { auditCodec } from '../../domain/access/index.js';
import { accountCodec, citizenCodec } from '../../domain/citizen/index.js';
import { claimCodec, guardianshipCodec } from '../../domain/guardianship/index.js';
import { sampleCodec, samplingCodeCodec } from '../../domain/sample/codec.js';
import { formatInstant, type Instant } from '../../kernel/index.js';
import type { SealedEvent } from '../ports/index.js';

/** Something that staff did: what (the event's name, `result-corrected`), and the institutions they did it for. */
export interface StaffAct {
  readonly kind: 'staff';
  readonly at: string;
  readonly act: string;
  readonly institutions: readonly string[];
}

const CODECS = [accountCodec, citizenCodec, samplingCodeCodec, sampleCodec, claimCodec, guardianshipCodec, auditCodec] as const;

/** Reads it off the clear fields: no key is needed. */
export function staffAct(event: SealedEvent): StaffAct {
  const codec = CODECS.find(({ types }) => types.some((type) => type === event.type));
  if (codec === undefined) throw new Error(`no staff act: ${event.type}`);
  const { type, data } = codec.decode(event);
  return { kind: 'staff', at: formatInstant(data.at), act: type.replaceAll(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase(), institutions: institutionsOf(data) };
}

function institutionsOf(data: { readonly at: Instant }): readonly string[] {
  if ('offices' in data && Array.isArray(data.offices)) return data.offices.filter((office) => typeof office === 'string');
  return ['clinic', 'office', 'institution'].flatMap((field) => {
    const value: unknown = Reflect.get(data, field);
    return typeof value === 'string' ? [value] : [];
  });
}

import { auditCodec } from '../../domain/access/index.js';
import { accountCodec, citizenCodec } from '../../domain/citizen/index.js';
import type { DomainEvent, EventCodec } from '../../domain/codec/index.js';
import { claimCodec, guardianshipCodec } from '../../domain/guardianship/index.js';
import { sampleCodec, samplingCodeCodec } from '../../domain/sample/codec.js';
import { formatInstant, InstitutionId, type Instant } from '../../kernel/index.js';
import type { Institutions } from '../institutions/index.js';
import type { Ledger } from '../ledger/index.js';
import type { SealedEvent } from '../ports/index.js';

/** Something that staff did: what (the event's name, `result-corrected`), and the names of the institutions they did it for. */
export interface StaffAct {
  readonly kind: 'staff';
  readonly at: string;
  readonly act: string;
  readonly institutions: readonly string[];
}

/** An event of staff: all of them say when. */
interface Act extends DomainEvent {
  readonly data: { readonly at: Instant };
}

const CODECS: readonly EventCodec<Act>[] = [accountCodec, citizenCodec, samplingCodeCodec, sampleCodec, claimCodec, guardianshipCodec, auditCodec];

/** Of what is sealed, nothing is looked at. */
const NOTHING: ReadonlySet<string> = new Set();

/** Reads it off the clear fields: no key of a person is needed. */
export async function staffAct(ledger: Ledger, institutions: Institutions, event: SealedEvent): Promise<StaffAct> {
  const codec = CODECS.find(({ types }) => types.includes(event.type));
  const [act] = codec === undefined ? [] : await ledger.openAll(codec, [event], NOTHING);
  if (act === undefined) throw new Error(`no staff act: ${event.type}`);
  const names = await Promise.all(institutionsOf(act.data).map((institution) => institutions.nameOf(institution)));
  return { kind: 'staff', at: formatInstant(act.data.at), act: act.type.replaceAll(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase(), institutions: names };
}

function institutionsOf(data: Act['data']): readonly InstitutionId[] {
  if ('offices' in data && Array.isArray(data.offices)) return data.offices.map((office) => InstitutionId(office));
  return ['clinic', 'office', 'institution'].flatMap((field) => {
    const value: unknown = Reflect.get(data, field);
    return typeof value === 'string' ? [InstitutionId(value)] : [];
  });
}

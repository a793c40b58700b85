import { COUNTER, citizenAggregate, identityAggregate } from '../../../../../libs/application/people/index.js';
import { CommandRequest, type Duty } from '../../../../../libs/application/request.js';
import { sampleAggregate } from '../../../../../libs/application/samples/sample-aggregate.js';
import { samplingCodeAggregate } from '../../../../../libs/application/samples/sampling-code-aggregate.js';
import { cardCodes } from '../../../../../libs/application/samples/index.js';
import type { Recording } from '../../../../../libs/application/ledger/index.js';
import { streams } from '../../../../../libs/application/streams.js';
import { type Citizen, type CitizenEvent, enrol, type Identity, type IdentityEvent, type Reservation, reserve } from '../../../../../libs/domain/citizen/index.js';
import { CN_1 } from '../../../../../libs/domain/policy/cn-1.js';
import { issueSamplingCode, register, type Sample, type SampleEvent, type SamplingCode, type SamplingCodeEvent, useSamplingCode } from '../../../../../libs/domain/sample/index.js';
import { CitizenId, type IdentityId } from '../../../../../libs/kernel/index.js';
import { NAME_KEY_VERSION } from '../../../../../libs/vault/index.js';
import { beginning, type Desk, firstEvent } from './desk.js';
import { collectedAt } from './rows.js';
import { barcodeOf, personAt, rowsOf, type Town } from './town.js';

/** Somebody on their way in. */
export interface Resident {
  readonly identity: IdentityId;
  readonly citizen: CitizenId;
  readonly person: Identity;
  /** Of their tubes. */
  readonly rows: readonly number[];
  /** The registrar's command that enrols them: one for the seed. */
  readonly request: CommandRequest;
}

/** What fills one tube: the life of its code, and its registration. */
export interface Filled {
  readonly code: Recording<SamplingCode, SamplingCodeEvent>;
  readonly sample: Recording<Sample, SampleEvent>;
}

/** The `person`-th of the seed. */
export function residentOf(desk: Desk, town: Town, person: number): Resident {
  const described = personAt(town.seed, person);
  const request = requestOf(desk, desk.registrar, ['enrol', town.seed, String(person)]);
  const identity = desk.names.identity(described.document);
  return { identity, citizen: CitizenId(request.newId(`citizen-${identity}`)), person: described, rows: rowsOf(town, person), request };
}

/** Sets the document aside. */
export function reservation({ clock }: Desk, { identity, citizen, request }: Resident): Recording<Reservation, IdentityEvent> {
  const stream = streams.identity(identity);
  const event = firstEvent(reserve({ identity, citizen, maker: COUNTER, keyVersion: NAME_KEY_VERSION, at: clock.now() }, identityAggregate.initial));
  return beginning(identityAggregate, stream, [{ id: request.eventId(stream, 0), event }]);
}

/** Makes the person known. */
export function enrolment({ clock, registrar: { staff, institution } }: Desk, { citizen, person, request }: Resident): Recording<Citizen, CitizenEvent> {
  const stream = streams.citizen(citizen);
  const witness = { registrar: staff, office: institution };
  const event = firstEvent(enrol({ citizen, way: 'counter', person, phone: null, witness, at: clock.now() }, citizenAggregate.initial));
  return beginning(citizenAggregate, stream, [{ id: request.eventId(stream, 0), event }]);
}

/** A card for the day, and a tube for each of its codes that the town has a row for. */
export function tubesOf(desk: Desk, town: Town, { citizen, rows }: Resident): readonly Filled[] {
  const card = requestOf(desk, desk.registrar, ['card', town.seed, town.asOf, desk.clinic.institutionName, citizen]);
  return cardCodes(card, CN_1).slice(0, rows.length).map((code, index) => tubeOf(desk, town, { citizen, card, code, row: rows[index] ?? 0 }));
}

interface Scan {
  readonly citizen: CitizenId;
  readonly card: CommandRequest;
  readonly code: string;
  readonly row: number;
}

function tubeOf(desk: Desk, town: Town, { citizen, card, code, row }: Scan): Filled {
  const { names, clock, registrar, clinic: { institution: clinic, institutionName, staff } } = desk;
  const [at, id, barcode] = [clock.now(), names.samplingCode(code), barcodeOf(town, row)];
  const sample = names.sample(institutionName, barcode);
  const request = requestOf(desk, desk.clinic, ['register', town.seed, barcode, institutionName]);
  const [codeStream, sampleStream] = [streams.samplingCode(id), streams.sample(sample)];
  const by = { registrar: registrar.staff, office: registrar.institution };
  const issued = firstEvent(issueSamplingCode({ code: id, citizen, carrier: 'card', by, at }, samplingCodeAggregate.initial, CN_1));
  const valid = samplingCodeAggregate.evolve(samplingCodeAggregate.initial, issued);
  const used = firstEvent(useSamplingCode({ sample, clinic, staff, self: undefined, at }, valid));
  const filled = firstEvent(register({ sample, clinic, citizen, staff, flagged: false, collectedAt: collectedAt(town, row), barcode, at }, sampleAggregate.initial));
  return {
    code: beginning(samplingCodeAggregate, codeStream, [{ id: card.eventId(codeStream, 0), event: issued }, { id: request.eventId(codeStream, 0), event: used }], card.fingerprint),
    sample: beginning(sampleAggregate, sampleStream, [{ id: request.eventId(sampleStream, 0), event: filled }], request.fingerprint),
  };
}

/** A command of a member of staff: the same parts, the same ids, as one idempotency key would give. */
function requestOf({ names, clock, index }: Desk, duty: Duty, parts: readonly string[]): CommandRequest {
  const actor = { account: names.account('xinma:server', 'generator'), assurance: 'al3', citizen: undefined, duty } as const;
  return new CommandRequest(actor, clock.now(), index, ['generate', ...parts], [index.mac('generated-body', parts).toString('base64url')]);
}

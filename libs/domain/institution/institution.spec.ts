import { describe, expect, it } from '@jest/globals';
import { givenFor } from '../../../test/kit/given.js';
import { CitizenId, InstitutionId, InstitutionName, Malformed, newInstitutionName, open, parseInstant, SampleId, StaffId } from '../../kernel/index.js';
import { sampleCodec } from '../sample/codec.js';
import { evolveInstitution, institutionCodec, type InstitutionEvent, nameInstitution, NO_INSTITUTION } from './index.js';
import { idsInstead, institution as field } from './written.js';

const institution = InstitutionId('ea'.repeat(16));
const name = InstitutionName('clinic-east');
const at = parseInstant('2026-11-30T08:00:00Z');
const named: InstitutionEvent = { type: 'InstitutionNamed', data: { institution, name: open(name), at } };
/** Written under a key that is not there any more. */
const unreadable: InstitutionEvent = { type: 'InstitutionNamed', data: { institution, name: { kind: 'shut', sealed: 'v1.' }, at } };
const given = givenFor({ initial: NO_INSTITUTION, evolve: evolveInstitution });
const idOf = (former: InstitutionName): InstitutionId => InstitutionId(former === name ? institution : 'e3'.repeat(16));

describe('an institution', () => {
  it('is named before anything says its id', () => given().when((state) => nameInstitution({ institution, name, at }, state)).thenRecorded(named));
  it('has no name before', () => given().thenState({ status: 'none' }));
  it('is named once', () => given(named).when((state) => nameInstitution({ institution, name, at }, state)).thenNothing());
  it('is named again where nobody can read how it was', () => given(unreadable).when((state) => nameInstitution({ institution, name, at }, state)).thenRecorded(named));
  it('is named no more once that can be read', () => given(unreadable, named).when((state) => nameInstitution({ institution, name, at }, state)).thenNothing());
  it('has the name that can be read, whichever of its keys came back', () => {
    given(unreadable, named).thenState({ status: 'named', name: open(name) });
    given(named, unreadable).thenState({ status: 'named', name: open(name) });
  });
});

describe('the name of an institution', () => {
  it.each(['clinic-east', 'c1', 'a'.repeat(40), 'ea'.repeat(15)])('may be %j', (text) => expect(InstitutionName(text)).toBe(text));
  it.each(['Clinic', '-east', 'east-', 'c', 'a'.repeat(41), '', null])('is never %j', (text) => expect(() => InstitutionName(text)).toThrow(Malformed));
  it('is sealed as long as any other', () => {
    const lengths: number[] = [];
    for (const each of ['c1', 'clinic-east', 'a'.repeat(40)]) {
      institutionCodec.encode({ ...named, data: { ...named.data, name: open(InstitutionName(each)) } }, (_ref, _field, plain) => `${lengths.push(plain.length)}`);
    }
    expect(new Set(lengths)).toEqual(new Set([42]));
  });
  it.each(['clinic-east', 'ea'.repeat(15)])('may be given to something new: %j', (text) => expect(newInstitutionName(text)).toBe(text));
  it('is given to nothing new where it has the form of an id: rows are found by both', () => expect(() => newInstitutionName(institution)).toThrow(Malformed));
});

describe('an institution in an event', () => {
  const tube = { sample: SampleId('5a'.repeat(16)), citizen: CitizenId('c1'.repeat(16)), at };
  const locked = (version: number, clinic: string) => ({ id: 'e', type: 'BarcodeLocked', version, data: Buffer.from(JSON.stringify({ sample: tube.sample, clinic, citizen: tube.citizen, at: '2026-11-30T08:00:00.000Z' })) });

  it('is never written by its name, whatever a program mistakes for its id', () => expect(() => field.write(name as string as InstitutionId)).toThrow(Malformed));
  it('is read as its id where it was written by its name', () => expect(sampleCodec.decode(locked(1, name), undefined, idOf)).toEqual({ type: 'BarcodeLocked', data: { ...tube, clinic: institution } }));
  it('is what it is where it was written by its id', () => expect(sampleCodec.decode(locked(2, institution), undefined, idOf)).toEqual({ type: 'BarcodeLocked', data: { ...tube, clinic: institution } }));
  it('stands as it was written for whoever has no naming key', () => expect(sampleCodec.clear(locked(1, name))).toMatchObject({ clinic: name }));
  it('is read also where a place was called by what has the form of an id now: nobody forbade that', () => {
    const former = 'ab'.repeat(16);
    expect(sampleCodec.decode(locked(1, former), undefined, idOf)).toMatchObject({ data: { clinic: 'e3'.repeat(16) } });
  });
  it('is not read where it was no name', () => expect(() => sampleCodec.decode(locked(1, 'Clinic East'), undefined, idOf)).toThrow('cannot read BarcodeLocked version 1'));

  it('is lifted in each of its fields, alone, in a list, or where there is none', () => {
    const lift = idsInstead('clinic', 'office', 'offices');
    const json = { clinic: name, office: null, offices: [name, 'clinic-west'], staff: StaffId('5f'.repeat(16)) };
    expect(lift(json, idOf)).toEqual({ ...json, clinic: institution, offices: [institution, 'e3'.repeat(16)] });
  });
});

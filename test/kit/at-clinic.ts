import { labRow } from '../../libs/domain/sample/row.fixture.js';
import type { LabRow } from '../../libs/domain/sample/row.js';
import { Clinic } from './clinic.js';
import { Registry } from './registry.js';
import type { LabLine } from '../../libs/application/samples/page-desk.js';

/** Who is tested. */
export const PERSON = { name: { family: 'Gößinger', given: 'Gabriele', familyLatin: 'GOESSINGER', givenLatin: 'GABRIELE' }, document: { type: 'passport', state: 'AT', number: 'P1234567' }, birthDate: '1998-02-26' } as const;
/** A good row of the first tube, changed as told. */
export const line = (change: Partial<LabRow> = {}): string => JSON.stringify(labRow(change));

/** A clinic with tubes ... of one person. */
export async function atClinic(tubes = 3) {
  const registry = new Registry();
  const clinic = new Clinic(registry);
  const card = await registry.enrolAtCounter(PERSON);
  if (card.kind === 'refused') throw new Error(card.code);
  for (const [index, code] of card.value.codes.slice(0, tubes).entries()) await clinic.register({ code, barcode: `A-${index + 1}` });
  const said = async (...lines: readonly (string | LabLine)[]) => (await clinic.import(lines)).map(({ verdict }) => verdict).join(' ');
  const sample = (barcode: string) => registry.names.sample(clinic.duty.institutionName, barcode);
  /** A code of theirs for one tube more. */
  const spare = card.value.codes[tubes] ?? '';
  return { registry, clinic, said, sample, spare };
}

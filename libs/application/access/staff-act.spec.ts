import { describe, expect, it } from '@jest/globals';
import { institutionId } from '../../../test/kit/institutions.js';
import { confirmed, dealt, north, turned } from '../../../test/kit/guardianship.js';
import { copied, recorded } from '../../../test/kit/recorded.js';
import { Registry } from '../../../test/kit/registry.js';
import { consent, daughter, mother } from '../../../test/kit/viewing.js';
import type { AnyEvent } from '../../domain/catalogue.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { InstitutionName, open, parseInstant, SampleId, SamplingCodeId, StaffId } from '../../kernel/index.js';
import { staffAct } from './staff-act.js';

const at = parseInstant('2026-03-10T04:00:00Z');
const staff = StaffId('57'.repeat(16));
const withdrawn: AnyEvent = { type: 'ResultWithdrawn', data: { sample: SampleId('5a'.repeat(16)), clinic: institutionId('clinic-east'), citizen: mother, staff, reason: open('a mix-up'), at } };
const code = { code: SamplingCodeId('c0'.repeat(16)), citizen: mother, until: null, registrar: staff, policy: 'cn-1', at };
const printed: AnyEvent = { type: 'SamplingCodeIssued', data: { ...code, carrier: 'card', office: institutionId('north') } };
const inApp: AnyEvent = { type: 'SamplingCodeIssued', data: { ...code, carrier: 'app', registrar: null, office: null } };
const replayed: AnyEvent = { type: 'AccessReplayed', data: { auditor: staff, institution: institutionId('audit-office'), subject: mother, basis: null, asOf: at, at } };
const declined: AnyEvent = { type: 'ConsentDeclined', data: { consent, viewer: daughter, subject: mother, at } };

/** A log that says what these institutions are called. */
async function named(): Promise<Registry> {
  const registry = new Registry();
  for (const name of ['clinic-east', 'north', 'south', 'audit-office']) await registry.institutions.name(InstitutionName(name));
  return registry;
}

const actsOf = async (event: AnyEvent) => {
  const { ledger, institutions } = await named();
  return Promise.all(recorded([event]).map((each) => staffAct(ledger, institutions, copied(each))));
};

describe('a staff act', () => {
  it.each([
    ['a clinic\'s', withdrawn, 'result-withdrawn', ['clinic-east']],
    ['a registrar\'s', printed, 'sampling-code-issued', ['north']],
    ['a registrar\'s who opened a claim', dealt(north, at), 'claim-dealt', ['north']],
    ['an auditor\'s', replayed, 'access-replayed', ['audit-office']],
    ['of two offices, proposer first', confirmed(), 'guardianship-confirmed', ['north', 'south']],
    ['of one of them', turned('GuardianshipEnded'), 'guardianship-ended', ['north']],
    ['without an institution', inApp, 'sampling-code-issued', []],
  ])('%s says when, what and for which institutions', async (_whose, event, act, institutions) => {
    expect(await actsOf(event)).toEqual([{ kind: 'staff', at: '2026-03-10T04:00:00.000Z', act, institutions }]);
  });

  it('is nothing that staff never do: a read model that says so is wrong', () => expect(actsOf(declined)).rejects.toThrow('no staff act: ConsentDeclined'));

  it('is not told by an id that has no name', async () => {
    const { ledger, institutions } = new Registry();
    const [event] = recorded([withdrawn]).map(copied);
    await expect(event && staffAct(ledger, institutions, event)).rejects.toThrow(StoreUnavailable);
  });
});

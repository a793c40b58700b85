import { describe, expect, it } from '@jest/globals';
import { MINUTE, plus } from '../../kernel/index.js';
import { Clinic } from '../../../test/kit/clinic.js';
import { Registry } from '../../../test/kit/registry.js';
import type { Identity } from '../../domain/citizen/index.js';
import { streams } from '../streams.js';
import { IssueSamplingCode, IssueSamplingCodeHandler } from './issue-sampling-code.js';
import { sampleAggregate } from './sample-aggregate.js';

const MEI: Identity = { name: { family: '李', given: '梅', familyLatin: 'LI', givenLatin: 'MEI' }, document: { type: 'passport', state: 'CN', number: 'E1234567' }, birthDate: '1990-05-04' };
const SHOWN = { surname: '李', numberEnd: '67', flagged: false };

async function atClinic() {
  const registry = new Registry();
  const clinic = new Clinic(registry);
  const card = await registry.enrolAtCounter(MEI);
  if (card.kind === 'refused') throw new Error(card.code);
  const [code = '', second = '', third = ''] = card.value.codes;
  const citizenOf = async (barcode: string) => {
    const { state } = await registry.ledger.load(sampleAggregate, streams.sample(registry.names.sample(clinic.duty.institutionName, barcode)));
    return state.status === 'none' ? undefined : state.citizen;
  };
  return { registry, clinic, code, second, third, citizenOf };
}

describe('registering a sample', () => {
  it('shows what is compared with the document', async () => {
    const { registry, clinic, code } = await atClinic();
    const sample = registry.names.sample(clinic.duty.institutionName, 'A-1');
    expect(await clinic.register({ code, barcode: 'A-1' })).toEqual({ kind: 'done', value: { ...SHOWN, sample } });
    expect((await registry.log()).slice(-2)).toEqual(['SamplingCodeUsed', 'SampleRegistered']);
  });

  it('is done once: a retry is told the same, whoever scans both again under another key is not shown whose they are', async () => {
    const { registry, clinic, code } = await atClinic();
    const first = await clinic.register({ code, barcode: 'A-1' });
    const events = await registry.log();
    expect(await clinic.register({ code, barcode: 'A-1' })).toEqual(first);
    expect(await clinic.register({ code, barcode: 'A-1' }, 'another key')).toMatchObject({ kind: 'refused', code: 'barcode-taken', field: 'barcode' });
    expect(await registry.log()).toEqual(events);
  });

  it('is finished by a retry after a crash between the two', async () => {
    const { registry, clinic, code } = await atClinic();
    registry.store.crashAfter = 1;
    await expect(clinic.register({ code, barcode: 'A-1' })).rejects.toThrow('not available');
    registry.store.crashAfter = Infinity;
    registry.clock.advance(60 * MINUTE);
    expect(await clinic.register({ code, barcode: 'A-1' }, 'another key')).toMatchObject({ kind: 'done', value: SHOWN });
  });

  it('takes a code for one tube, and a tube for one code', async () => {
    const { clinic, code, second } = await atClinic();
    await clinic.register({ code, barcode: 'A-1' });
    expect(await clinic.register({ code, barcode: 'A-2' })).toMatchObject({ code: 'code-expired' });
    expect(await clinic.register({ code: second, barcode: 'A-1' }, 'second')).toMatchObject({ code: 'barcode-taken' });
    expect(await clinic.register({ code: second, barcode: 'A-2' }, 'second')).toMatchObject({ kind: 'done' });
  });

  it('does not waste a code on what would be refused', async () => {
    const { registry, clinic, code } = await atClinic();
    expect(await clinic.register({ code, barcode: 'A-1', collectedAt: plus(registry.clock.now(), 1) })).toMatchObject({ code: 'time', field: 'collectedAt' });
    expect(await registry.works(code)).toBe(true);
  });

  it('knows codes of its own making only', async () => {
    const { clinic } = await atClinic();
    expect(await clinic.register({ code: 'A'.repeat(22), barcode: 'A-1' })).toMatchObject({ code: 'code-expired' });
  });

  it('keeps barcodes of clinics apart', async () => {
    const { registry, clinic, code, second } = await atClinic();
    await clinic.register({ code, barcode: 'A-1' });
    expect(await new Clinic(registry, 'clinic-west').register({ code: second, barcode: 'A-1' })).toMatchObject({ kind: 'done' });
  });

  it('flags a relative, and is not for oneself', async () => {
    const { registry, clinic, code, second, third, citizenOf } = await atClinic();
    await clinic.register({ code, barcode: 'A-1' });
    const mei = await citizenOf('A-1');
    if (mei === undefined) throw new Error('nobody');
    registry.ties.add(mei);
    const relative = registry.request('somebody', 'id').newId('citizen') as typeof mei;
    expect(await clinic.register({ code: second, barcode: 'A-2' }, 'relative', relative)).toMatchObject({ value: { flagged: true } });
    expect(await clinic.register({ code: third, barcode: 'A-3' }, 'self', mei)).toMatchObject({ code: 'conflict-of-interest' });
    expect(await registry.works(third)).toBe(true);
  });
});

describe("an app's sampling code", () => {
  it('is shown again on a retry, works for ten minutes and once', async () => {
    const { registry, clinic, code, citizenOf } = await atClinic();
    await clinic.register({ code, barcode: 'A-1' });
    const mei = await citizenOf('A-1');
    if (mei === undefined) throw new Error('nobody');
    const ask = (key: string) => new IssueSamplingCodeHandler(registry.ledger, registry.clock, registry.names).execute(new IssueSamplingCode(registry.request('mei', key, mei), mei));
    const shown = await ask('one');
    expect(await ask('one')).toEqual(shown);
    const other = await ask('two');
    if (shown.kind === 'refused' || other.kind === 'refused') throw new Error('refused');
    expect(other.value.code).not.toBe(shown.value.code);
    registry.clock.advance(10 * MINUTE - 1);
    expect(await clinic.register({ code: shown.value.code, barcode: 'A-2' })).toMatchObject({ kind: 'done' });
    expect(await ask('one')).toEqual(shown);
    registry.clock.advance(1);
    expect(await clinic.register({ code: other.value.code, barcode: 'A-3' })).toMatchObject({ code: 'code-expired' });
  });
});

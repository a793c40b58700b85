import { describe, expect, it } from '@jest/globals';
import { correct, release, withdraw } from '../../domain/sample/index.js';
import { CitizenId } from '../../kernel/index.js';
import { ReadModelsUnavailable } from '../ports/index.js';
import { streams } from '../streams.js';
import { atClinic, line, PERSON } from '../../../test/kit/at-clinic.js';
import { PAGE } from './import-results.js';
import type { LabLine } from './page-desk.js';
import { sampleAggregate } from './sample-aggregate.js';

describe('an import', () => {
  it('answers each row in order and goes on after a bad one', async () => {
    const { said } = await atClinic();
    const broken: LabLine = { kind: 'line', bytes: Uint8Array.of(0x7b, 0xff, 0x7d) };
    expect(await said(line(), 'x', broken, { kind: 'too-long', length: 20_000 }, line({ ci: 'A-2' }), line({ tt: '?' }), line({ ci: 'B-1' }))).toBe('recorded format format format recorded test-type barcode');
  });

  it('names the sample of a barcode that is one of the clinic’s, and of no other', async () => {
    const { clinic, sample } = await atClinic();
    expect(await clinic.import([line(), line({ ci: 'B-1' }), 'x'])).toEqual([{ line: 1, verdict: 'recorded', sample: sample('A-1') }, { line: 2, verdict: 'barcode' }, { line: 3, verdict: 'format' }]);
  });

  it('records nothing of the sender’s own, nor of somebody tied to them, and everything of others beside it', async () => {
    const { registry, clinic } = await atClinic();
    const colleague = await registry.enrolAtCounter({ ...PERSON, document: { ...PERSON.document, number: 'P7654321' } }, 'other');
    if (colleague.kind === 'refused') throw new Error(colleague.code);
    await clinic.register({ code: colleague.value.codes[0] ?? '', barcode: 'B-1' });
    const holderOf = async (barcode: string) => {
      const { state } = await registry.ledger.load(sampleAggregate, streams.sample(registry.names.sample(clinic.duty.institutionName, barcode)));
      if (state.status === 'none') throw new Error('no such tube');
      return state.citizen;
    };
    const [one, other] = [await holderOf('A-1'), await holderOf('B-1')];
    const said = async (self: typeof one) => (await clinic.import([line(), line({ ci: 'B-1' })], self)).map(({ verdict }) => verdict).join(' ');
    const before = await registry.log();
    registry.ties.add(other);
    expect(await said(one)).toBe('barcode barcode');
    expect(await registry.log()).toEqual(before);
    registry.ties.delete(other);
    expect(await said(one)).toBe('barcode recorded');
    expect(await clinic.import([line()])).toMatchObject([{ verdict: 'recorded' }]);
  });

  it('says busy where nobody can tell whom the sender is tied to', async () => {
    const { registry, clinic } = await atClinic();
    registry.readModels.haveTie = async () => {
      throw new ReadModelsUnavailable();
    };
    expect(await clinic.import([line()], CitizenId('e'.repeat(32)))).toMatchObject([{ verdict: 'busy' }]);
    expect(await clinic.import([line()])).toMatchObject([{ verdict: 'recorded' }]);
  });

  it('handles one barcode several times in a page in order', async () => {
    const { said } = await atClinic();
    expect(await said(line(), line(), line({ tr: '260373001' }), line({ dob: '1999' }), line())).toBe('recorded already-recorded conflict identity identity');
  });

  it('is idempotent per barcode', async () => {
    const { registry, said } = await atClinic();
    expect(await said(line(), line({ ci: 'A-2', dob: '1999' }))).toBe('recorded identity');
    const events = await registry.log();
    expect(await said(line(), line({ ci: 'A-2', dob: '1999' }))).toBe('already-recorded identity');
    expect(await registry.log()).toEqual(events);
  });

  it('says recorded to one of two that race, and records once', async () => {
    const { registry, clinic } = await atClinic();
    const both = await Promise.all([clinic.import([line()]), clinic.import([line()])]);
    expect(new Set(both.map(([first]) => first?.verdict))).toEqual(new Set(['already-recorded', 'recorded']));
    expect((await registry.log()).filter((type) => type === 'ResultRecorded')).toHaveLength(1);
  });

  it('says busy where the store is gone, and the same rows go in later', async () => {
    const { registry, said } = await atClinic();
    registry.store.crashAfter = 0;
    expect(await said(line(), 'x', line({ ci: 'B-1' }))).toBe('busy format busy');
    registry.store.crashAfter = Infinity;
    expect(await said(line(), 'x', line({ ci: 'B-1' }))).toBe('recorded format barcode');
  });

  it('settles an append whose outcome is unknown by reading', async () => {
    const { registry, said } = await atClinic();
    const { store } = registry;
    const appendAll = store.appendAll.bind(store);
    store.appendAll = async (appends) => {
      store.appendAll = appendAll;
      await appendAll(appends);
      return appends.map(() => ({ kind: 'unknown' }));
    };
    expect(await said(line(), line({ dob: '1999' }), line({ ci: 'A-2' }), line({ ci: 'A-2' }))).toBe('recorded identity recorded already-recorded');
    expect((await registry.log()).slice(-3)).toEqual(['ResultRecorded', 'BarcodeLocked', 'ResultRecorded']);
  });

  it('judges rows of one tube in order, also where they are pages apart', async () => {
    const { registry, said } = await atClinic();
    const others = Array.from({ length: 2 * PAGE }, () => 'x');
    const verdicts = await said(line(), ...others, line({ tr: '260373001' }), line({ dob: '1999' }), ...others, line());
    expect(verdicts.replaceAll('format ', '')).toBe('recorded conflict identity identity');
    expect((await registry.log()).slice(-2)).toEqual(['ResultRecorded', 'BarcodeLocked']);
  });

  it('tells of what came whole before the feed broke, and then that it broke', async () => {
    const { clinic, said } = await atClinic();
    const broken = async function* (): AsyncGenerator<readonly LabLine[]> {
      yield [{ kind: 'line', bytes: Buffer.from(line()) }];
      throw new Error('cut');
    };
    const told: string[] = [];
    const all = (async () => {
      for await (const page of await clinic.stream(broken())) told.push(...page.map(({ verdict }) => verdict));
    })();
    await expect(all).rejects.toThrow('cut');
    expect(told).toEqual(['recorded']);
    expect(await said(line())).toBe('already-recorded');
  });

  it('goes on after a registrar released the barcode', async () => {
    const { registry, clinic, said, sample } = await atClinic();
    await said(line({ dob: '1999' }));
    const released = await clinic.desk.act(registry.request('registrar', 'release'), { duty: registry.duty, sample: sample('A-1') }, release);
    expect(released).toEqual({ kind: 'done', value: { sample: sample('A-1'), state: 'registered', locked: false } });
    expect(await said(line())).toBe('recorded');
  });

  it('does not bring back what was corrected or withdrawn', async () => {
    const { registry, clinic, said, sample } = await atClinic();
    await said(line(), line({ ci: 'A-2' }));
    const correction = { test: 'LP6464-4', result: '419984006', collectedAt: registry.clock.now(), reportedAt: registry.clock.now() };
    const act = (barcode: string, decide: Parameters<typeof clinic.desk.act>[2]) => clinic.desk.act(clinic.request(`desk-${barcode}`), { duty: clinic.duty, sample: sample(barcode) }, decide);
    expect(await act('A-1', (staff, tube) => correct({ ...staff, correction, reason: 'typing' }, tube))).toMatchObject({ value: { state: 'reported' } });
    expect(await act('A-2', (staff, tube) => withdraw({ ...staff, reason: 'mix-up' }, tube))).toMatchObject({ value: { state: 'withdrawn' } });
    expect(await said(line(), line({ ci: 'A-2' }))).toBe('already-recorded already-recorded');
  });

  it('finds no tube that is not there, also for its own desk', async () => {
    const { clinic, sample } = await atClinic();
    expect(await clinic.desk.act(clinic.request('x'), { duty: clinic.duty, sample: sample('B-1') }, release)).toEqual({ kind: 'refused', code: 'not-found' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { institutionId } from '../../../test/kit/institutions.js';
import { freshnessOf } from '../../../test/kit/in-time.js';
import { Registry } from '../../../test/kit/registry.js';
import type { VerifiedIdentity } from '../ports/index.js';
import { sampleCodec, type SampleEvent } from '../../domain/sample/index.js';
import { type CitizenId, HOUR, type Instant, open, plus, SampleId } from '../../kernel/index.js';
import type { SealedEvent } from '../ports/index.js';
import { Me, MeHandler } from './me.js';
import { MyCode, MyCodeHandler } from './my-code.js';

const wang: VerifiedIdentity = {
  name: { family: '王', given: '芳', familyLatin: null, givenLatin: null },
  document: { type: 'resident-id', state: 'CN', number: '11010519491231002X' },
  birthDate: '1949-12-31',
  phone: '+8613800138999',
};

const enrolled = async (person: VerifiedIdentity): Promise<{ readonly registry: Registry; readonly citizen: CitizenId }> => {
  const registry = new Registry();
  registry.verified.set('me', person);
  await registry.enrolSelf('me');
  const citizen = await registry.citizenOf('me');
  if (citizen === undefined) throw new Error('nobody was enrolled');
  return { registry, citizen };
};

describe('the self view', () => {
  it.each([
    ['family name and phone', wang, { surname: '王', numberEnd: '2X', phoneEnds: '861…999' }],
    ['no phone', { ...wang, phone: null }, { surname: '王', numberEnd: '2X', phoneEnds: null }],
    ['one name only', { ...wang, name: { ...wang.name, family: null } }, { surname: '芳', numberEnd: '2X', phoneEnds: '861…999' }],
  ])('of a person with %s', async (_what, person, value) => {
    const { registry, citizen } = await enrolled(person);
    expect(await new MeHandler(registry.people).execute(new Me(citizen))).toEqual({ kind: 'done', value });
  });

  it('of a person whose keys are gone is that of nobody', async () => {
    const { registry, citizen } = await enrolled(wang);
    await registry.vault.destroy({ owner: citizen, class: 'person' });
    expect(await new MeHandler(registry.people).execute(new Me(citizen))).toEqual({ kind: 'refused', code: 'not-enrolled' });
  });
});

describe('one’s own code', () => {
  const recorded = (citizen: CitizenId, result: string, collectedAt: Instant): SampleEvent => ({
    type: 'ResultRecorded',
    data: {
      sample: SampleId('5a'.repeat(16)),
      clinic: institutionId('clinic-north'),
      citizen,
      result: open({
        test: 'LP6464-4',
        disease: '840539006',
        result,
        collectedAt,
        reportedAt: plus(collectedAt, HOUR),
        testName: null,
        manufacturer: null,
        centre: null,
        country: null,
        issuer: null,
      }),
      at: plus(collectedAt, HOUR),
    },
  });
  // A copy as read models hold one; sealed by a seal of the codec's own, so that the vault opens nothing of it.
  const shut = (event: SampleEvent): SealedEvent => ({ id: 'e', type: event.type, ...sampleCodec.encode(event, () => 'AAAA'), position: 1n });
  const codeOf = ({ registry, citizen }: { readonly registry: Registry; readonly citizen: CitizenId }) => {
    registry.readModels.reached = async () => true;
    return new MyCodeHandler(registry.ledger, registry.clock, registry.readModels, freshnessOf(registry)).execute(
      new MyCode(registry.request('me', 'read').actor, citizen, null),
    );
  };

  it('names the rule, the evidence and its end', async () => {
    const { registry, citizen } = await enrolled(wang);
    const collectedAt = plus(registry.clock.now(), -HOUR);
    registry.readModels.ownResults = async () => [await registry.sealed(sampleCodec, recorded(citizen, '260415000', collectedAt))];
    expect(await codeOf({ registry, citizen })).toEqual({
      kind: 'done',
      value: {
        asOf: '2026-11-23T02:00:00.000Z',
        rule: 'cn-1',
        status: 'clear',
        since: '2026-11-23T01:00:00.000Z',
        validUntil: '2026-11-25T01:00:00.000Z',
        evidence: { test: 'LP6464-4', result: '260415000', collectedAt: '2026-11-23T01:00:00.000Z' },
      },
    });
  });

  it.each([
    ['nothing', 0],
    ['a result that stays shut', 1],
  ])('rests on nothing where there is %s', async (_what, count) => {
    const { registry, citizen } = await enrolled(wang);
    registry.readModels.ownResults = async () => Array.from({ length: count }, () => shut(recorded(citizen, '260415000', registry.clock.now())));
    expect(await codeOf({ registry, citizen })).toMatchObject({ kind: 'done', value: { status: 'no-current-result', since: null, validUntil: null, evidence: null } });
  });
});

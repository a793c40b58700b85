import { describe, expect, it } from '@jest/globals';
import { institutionId } from '../kit/institutions.js';
import { GOLDEN, UNSAID } from './events.js';
import { frozen, stored, unseal, written } from './frozen.js';

/** Fields in which institutions stand. */
const INSTITUTIONS = new Set(['clinic', 'office', 'offices', 'institution']);

const samples = frozen();
const sampleOf = (kind: string, type: string, version: number) => samples.find((sample) => sample.kind === kind && sample.type === type && sample.version === version);

describe.each(GOLDEN.map((golden) => [golden.kind, golden] as const))('stored events of %s', (_name, golden) => {
  it('has a sample of every type it stores', () => expect(golden.events.map(({ type }) => type).toSorted()).toEqual([...golden.codec.types].toSorted()));

  it.each(golden.events.map((event) => [event.type, event] as const))('%s is written as it was frozen; another shape needs a new version and an upcaster', (_type, event) => {
    const now = written(golden, event);
    expect(sampleOf(now.kind, now.type, now.version)).toEqual(now);
  });

  it.each(samples.filter(({ kind }) => kind === golden.kind).map((sample) => [`${sample.type} v${sample.version}`, sample] as const))('%s, once written, is still read', (_type, sample) => {
    const event = golden.events.find(({ type }) => type === sample.type);
    expect(golden.codec.decode(stored(sample), unseal, institutionId)).toEqual({ ...event, data: { ...event?.data, ...UNSAID[`${sample.type} v${sample.version}`] } });
  });

  it('an institution that an older one names stands as it is for who holds no naming key', () => {
    for (const sample of samples.filter(({ kind }) => kind === golden.kind)) {
      const clear = golden.codec.clear(stored(sample));
      const written: unknown = JSON.parse(sample.data);
      expect(written).toMatchObject(Object.fromEntries(Object.entries(clear).filter(([field, value]) => INSTITUTIONS.has(field) && value !== null)));
    }
  });
});

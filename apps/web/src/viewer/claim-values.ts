import type { paths } from '../../../../libs/client/schema.js';
import { NOBODY, type PersonKey, personOf } from '../parts/person.js';
import { ownWord } from './own-word.js';

/** What a claim says. */
export type ClaimWish = paths['/v1/guardianships']['post']['requestBody']['content']['application/json'];

/** What is filled in: what I am to somebody, who they are, what I call them, and the paper. */
export type ClaimKey = PersonKey | 'label' | 'ground' | 'paperType' | 'authority' | 'paperNumber' | 'sha256';
type Typed = Readonly<Record<ClaimKey, string>>;

/** Nothing filled in yet. */
export const NOTHING: Typed = { ...NOBODY, label: '', ground: 'parent-of-minor', paperType: 'birth-certificate', authority: '', paperNumber: '', sha256: '' };

type Fault = 'authorityEmpty' | 'paperNumberEmpty' | 'scanEmpty';

const REQUIRED: readonly (readonly [ClaimKey, Fault])[] = [
  ['authority', 'authorityEmpty'],
  ['paperNumber', 'paperNumberEmpty'],
  ['sha256', 'scanEmpty'],
];

/** What is missing of the paper. Whether it is true is for the registrars. */
export const paperFaults = (typed: Typed): readonly (readonly [ClaimKey, Fault])[] => REQUIRED.filter(([name]) => typed[name].trim() === '');

const GROUNDS: readonly ClaimWish['ground'][] = ['parent-of-minor', 'guardian-of-minor', 'court-appointed', 'deed-of-guardianship'];

/** The claim, as it is sent. */
export const claimOf = (typed: Typed): ClaimWish => ({
  ...personOf(typed),
  ground: GROUNDS.find((one) => one === typed.ground) ?? 'parent-of-minor',
  ...(ownWord(typed.label) === '' ? {} : { label: ownWord(typed.label) }),
  evidence: { type: typed.paperType, authority: typed.authority.trim(), number: typed.paperNumber.trim(), sha256: typed.sha256 },
});

import { describe, expect, it } from '@jest/globals';
import { readVerifiedClaims } from './verified-claims.js';

const details = { type: 'idcard', document_number: '11010819640101002X', issuer: { country_code: 'CN' } };
const claims = { given_name: '芳', family_name: '王', 'given_name#Latn': 'Fang', 'family_name#Latn': 'Wang', birthdate: '1964-01-01', phone_number: '+8613910000001' };
const told = (changes: object = {}, evidence: unknown = [{ type: 'document', document_details: details }]) => ({
  sub: 's',
  verified_claims: { verification: { trust_framework: 'x', evidence }, claims: { ...claims, ...changes } },
});
const document = (changes: object) => [{ type: 'document', document_details: { ...details, ...changes } }];

describe('verified claims', () => {
  it('are read into an identity', () => {
    expect(readVerifiedClaims(told())).toEqual({
      name: { family: '王', given: '芳', familyLatin: 'Wang', givenLatin: 'Fang' },
      document: { type: 'resident-id', state: 'CN', number: '11010819640101002X' },
      birthDate: '1964-01-01',
      phone: '+8613910000001',
    });
    expect(readVerifiedClaims(told({ family_name: undefined, phone_number: undefined }))).toMatchObject({ name: { family: null }, phone: null });
    expect(readVerifiedClaims(told({}, document({ type: 'passport', issuer: { country: 'ES' } })))).toMatchObject({ document: { type: 'passport', state: 'ES' } });
  });

  const DOCUMENT = document({})[0];
  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['text', 'x'],
    ['plain claims', { sub: 's', ...claims }],
    ['a list of them', { verified_claims: [told().verified_claims] }],
    ['no name', told({ given_name: undefined })],
    ['an empty name', told({ given_name: '' })],
    ['an over-long name', told({ given_name: 'a'.repeat(201) })],
    ['a birth date without day', told({ birthdate: '1964-01' })],
    ['a day that no calendar has', told({ birthdate: '1963-02-29' })],
    ['no evidence', told({}, [])],
    ['evidence that is no list', told({}, {})],
    ['two documents', told({}, [DOCUMENT, DOCUMENT])],
    ['other evidence', told({}, [{ type: 'vouch' }])],
    ['an unknown document', told({}, document({ type: 'driving_permit' }))],
    ['a number that is a number', told({}, document({ document_number: 110108 }))],
    ['no issuing state', told({}, document({ issuer: {} }))],
  ])('with %s vouch for nobody', (_what, userinfo) => {
    const without = userinfo === undefined ? {} : userinfo;
    expect(readVerifiedClaims(without)).toBeUndefined();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../test/kit/postgres.js';
import { readConfiguration } from '../../../libs/configuration/index.js';
import { appoint, type AppointOptions } from './appoint.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-appoint-'));
const NOBODY = 'say who is appointed';
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(home, { recursive: true });
});

describe('An appointment by the operator', () => {
  const given = (more: Partial<AppointOptions>, variables: Readonly<Record<string, string>> = {}): Promise<string> =>
    appoint({ run: undefined, configuration: readConfiguration({ XINMA_HOME: home, XINMA_MASTER_KEY: 'a1'.repeat(32), ...variables }), connections: database }, { role: 'registrar', institution: 'haidian-registry', days: '90', ...more });

  it.each<readonly [string, Partial<AppointOptions>, string]>([
    ['no subject', { issuer: 'https://id.example', subject: '' }, NOBODY],
    ['no issuer', { issuer: '', subject: 'sub' }, NOBODY],
    ['no name', { as: '' }, NOBODY],
    ['two who are appointed', { as: 'li-na', issuer: 'https://id.example', subject: 'sub' }, '--as NAME, or --issuer and --subject, not both'],
    ['a name and a subject', { as: 'li-na', subject: 'sub' }, 'not both'],
    ['an issuer that is no address', { issuer: 'id.example', subject: 'sub' }, '--issuer'],
    ['a name that is nobody’s in the cast', { as: 'li-nah' }, '--as names nobody'],
    ['days that are no plain digits', { as: 'li-na', days: '1e1' }, '--days'],
    ['no days', { as: 'li-na', days: '' }, '--days'],
    ['more days than there may be', { as: 'li-na', days: '91' }, '--days'],
  ])('names what is wrong with %s, and records nothing', async (_what, options, said) => {
    await expect(given(options)).rejects.toThrow(said);
  });

  it('is for nobody of the development cast where another issuer signs people in; one that was can be taken back', async () => {
    const issuer = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'xinma', OIDC_ACR_MAX: 'al2' };
    await expect(given({ as: 'li-na' }, issuer)).rejects.toThrow('--subject');
    await given({ as: 'li-na' });
    expect(await given({ as: 'li-na', end: true }, issuer)).toBe('no longer registrar at haidian-registry');
  });

  it('is for nobody whom another than the configured issuer signs in, by as little as a slash; one that was can be taken back', async () => {
    const configured = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'xinma', OIDC_ACR_MAX: 'al2' };
    const elsewhere = { issuer: 'https://id.example/', subject: 'sub' };
    await expect(given(elsewhere, configured)).rejects.toThrow('--issuer');
    await given(elsewhere);
    expect(await given({ ...elsewhere, end: true }, configured)).toBe('no longer registrar at haidian-registry');
    expect(await given({ subject: 'sub' }, configured)).toMatch(/^registrar at haidian-registry from /);
  });

  it('is given for so many days', async () => expect(await given({ as: 'li-na', days: '10' })).toMatch(/^registrar at haidian-registry from .* until /));
});

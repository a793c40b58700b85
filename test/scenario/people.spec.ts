import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { EnrolmentsController } from '../../apps/api/src/citizen/enrolments.controller.js';
import { MeController } from '../../apps/api/src/citizen/me.controller.js';
import { AccountLinksController } from '../../apps/api/src/registrar/account-links.controller.js';
import { AppointmentsController } from '../../apps/api/src/registrar/appointments.controller.js';
import { CounterEnrolmentsController } from '../../apps/api/src/registrar/enrolments.controller.js';
import { peopleHandlers } from '../../libs/application/people/index.js';
import { AppointOnServer, staffHandlers } from '../../libs/application/staff/index.js';
import { InstitutionName } from '../../libs/kernel/index.js';
import { OIDC, startEdge } from '../kit/edge.js';
import { speaker } from '../kit/instance.js';

const wang = {
  name: { family: '王', given: '芳', familyLatin: null, givenLatin: null },
  document: { type: 'resident-id', state: 'CN', number: '11010519491231002X' },
  birthDate: '1949-12-31',
} as const;
const li = { ...wang, name: { ...wang.name, family: '李' }, document: { type: 'passport', state: 'CN', number: 'E12345678' } } as const;

const rooms = {
  controllers: [EnrolmentsController, MeController, AccountLinksController, AppointmentsController, CounterEnrolmentsController],
  handlers: [...peopleHandlers, ...staffHandlers],
};

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(rooms);
  edge.adapters.identitySource.verified = async () => ({ ...wang, phone: '+8613800138999' });
  Object.assign(edge.adapters.readModels, { haveTie: async () => false, reached: async () => true, ownResults: async () => [] });
  await edge.app.get(CommandBus).execute(new AppointOnServer({ issuer: OIDC.issuer, subject: 'registrar', role: 'registrar', institution: InstitutionName('office-north') }, 30));
});
afterAll(() => edge.close());

async function send(sub: string, method: 'GET' | 'POST', path: string, body: object = {}) {
  const person = speaker(edge.address, await edge.token({ sub }));
  const answer = method === 'GET' ? await person.get(path) : await person.post(path, body);
  return { status: answer.status, cache: answer.headers.get('cache-control'), body: answer.body };
}

describe('people over HTTP', () => {
  it('are nobody before they enrol', async () => expect(await send('wang', 'GET', '/v1/me')).toMatchObject({ status: 404, body: { code: 'not-enrolled' } }));

  it('enrol themselves, and see as little as it takes', async () => {
    expect(await send('wang', 'POST', '/v1/enrolments')).toMatchObject({ status: 202, cache: 'no-store', body: { state: 'received' } });
    expect(await send('wang', 'GET', '/v1/me')).toMatchObject({ status: 200, cache: 'no-store', body: { surname: '王', numberEnd: '2X', phoneEnds: '861…999' } });
    expect(await send('wang', 'GET', '/v1/me/code')).toMatchObject({ status: 200, body: { status: 'no-current-result', rule: 'cn-1', since: null, validUntil: null, evidence: null } });
  });

  it('who come with somebody’s document are answered alike and stay nobody', async () => {
    expect(await send('second', 'POST', '/v1/enrolments')).toEqual(await send('wang', 'POST', '/v1/enrolments'));
    expect(await send('second', 'GET', '/v1/me')).toMatchObject({ status: 404, body: { code: 'not-enrolled' } });
  });

  it('are enrolled at a counter and get an account there', async () => {
    const printed = await send('registrar', 'POST', '/v1/registry/enrolments', li);
    expect(printed).toMatchObject({ status: 202, cache: 'no-store' });
    expect(printed.body['codes']).toHaveLength(10);
    expect(await send('registrar', 'POST', '/v1/registry/account-links', { ...li, issuer: OIDC.issuer, subject: 'li' })).toMatchObject({ status: 202, body: { state: 'received' } });
    expect(await send('li', 'GET', '/v1/me')).toMatchObject({ status: 200, body: { surname: '李', numberEnd: '78', phoneEnds: null } });
  });

  it('are the registrar’s business only', async () => {
    for (const path of ['/v1/registry/enrolments', '/v1/registry/account-links', '/v1/registry/appointments']) {
      expect((await send('wang', 'POST', path, li)).status).toBeGreaterThanOrEqual(403);
    }
  });

  it.each([
    ['no calendar has the date', { ...li, birthDate: '1949-02-30' }, 400],
    ['the number is of another birth date', { ...wang, birthDate: '1949-12-30' }, 422],
    ['a field is unknown', { ...li, phone: '+8613800138999' }, 400],
  ])('are not enrolled where %s', async (_what, body, status) => {
    const answer = await send('registrar', 'POST', '/v1/registry/enrolments', body);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toContain('1949');
  });

  it('are appointed by a registrar who signed in strongly', async () => {
    const body = { issuer: OIDC.issuer, subject: 'nurse', role: 'clinic', institution: 'clinic-north', days: 30 };
    expect(await send('registrar', 'POST', '/v1/registry/appointments', body)).toMatchObject({ status: 403, body: { code: 'step-up' } });
  });

  it('leave no name, number, phone or token in the log', () => {
    for (const secret of ['王', '芳', '11010519491231002X', 'E12345678', '13800138999', 'eyJ']) expect(edge.lines.join('\n')).not.toContain(secret);
  });
});

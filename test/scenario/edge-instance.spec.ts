import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Instance } from '../kit/instance.js';

let instance: Instance;
beforeAll(async () => {
  instance = await Instance.start();
}, 60_000);
afterAll(() => instance?.close());

describe('a whole instance', () => {
  it('is alive and ready', async () => {
    const nobody = await instance.as();
    expect(await nobody.get('/health')).toMatchObject({ status: 200, body: { state: 'ok' } });
    expect(await nobody.get('/ready')).toMatchObject({ status: 200, body: { state: 'ok' } });
  });

  it('enrols somebody of the cast', async () => {
    const li = await instance.as('li-na');
    expect(await li.get('/v1/me')).toMatchObject({ status: 404, body: { code: 'not-enrolled' } });
    expect(await li.post('/v1/enrolments')).toMatchObject({ status: 202 });
    expect(await li.get('/v1/me')).toMatchObject({ status: 200 });
  });

  it('gives its staff their duties, and nobody else one', async () => {
    expect((await (await instance.as('registrar-he')).post('/v1/registry/claims/next')).status).not.toBe(403);
    expect(await (await instance.as('nurse-zhou')).post('/v1/registry/claims/next')).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });
});

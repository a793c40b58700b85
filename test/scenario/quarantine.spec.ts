import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SECOND } from '../../libs/kernel/index.js';
import { eventually } from '../kit/eventually.js';
import type { Answer, Person } from '../kit/instance.js';
import { Intake } from '../kit/intake.js';

let intake: Intake;
let barcodes: readonly string[];
const nurse = (): Person => intake.nurse;
const list = (who = nurse(), query = ''): Promise<Answer> => who.get(`/v1/clinics/me/quarantine${query}`);
const entries = ({ body }: Answer) => body['locked'] as readonly Record<string, unknown>[];
const someoneElse = (barcode: string): string => intake.rows(barcode).replace('{', '{"dob":"1901",');

/** Once the read models have it. */
const listed = (count: number): Promise<Answer> => eventually(() => list(), (answer) => entries(answer).length === count);

beforeAll(async () => {
  intake = await Intake.start();
  barcodes = await intake.tubes(3);
  for (const barcode of barcodes) {
    intake.instance.clock.advance(SECOND);
    expect((await intake.send(someoneElse(barcode))).said).toBe('identity');
  }
});
afterAll(() => intake.close());

describe('The quarantine', () => {
  it('lists locked barcodes, newest first, and nothing about a person', async () => {
    const { body } = await listed(3);
    expect(body).toEqual({
      locked: barcodes.toReversed().map((barcode, index) => ({ sample: expect.stringMatching(/^[0-9a-f]{32}$/), barcode, since: `2026-11-20T08:00:0${3 - index}.000Z` })),
      next: null,
    });
  });

  it('comes page by page, by a cursor that is good for its account alone', async () => {
    const first = await list(nurse(), '?limit=2');
    expect(entries(first).map(({ barcode }) => barcode)).toEqual([barcodes[2], barcodes[1]]);
    const next = `?before=${String(first.body['next'])}`;
    expect((await list(nurse(), next)).body).toMatchObject({ locked: [{ barcode: barcodes[0] }], next: null });
    const colleague = await intake.instance.as('nurse-xu');
    expect(await list(colleague, next)).toMatchObject({ status: 400, body: { code: 'cursor' } });
    expect(entries(await list(colleague))).toHaveLength(3);
  });

  it('of another clinic is another', async () => expect(entries(await list(await intake.instance.as('nurse-ma')))).toEqual([]));

  it('is left when a registrar releases the barcode, and the row goes in', async () => {
    const registrar = await intake.instance.as('registrar-he');
    for (const { sample } of entries(await list())) expect(await registrar.post(`/v1/registry/samples/${String(sample)}/release`)).toMatchObject({ status: 200, body: { locked: false } });
    await listed(0);
    expect((await intake.send(intake.rows(...barcodes))).said).toBe('recorded recorded recorded');
    expect(entries(await list())).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ClaimsOffice, value } from '../../../test/kit/claims-office.js';
import { details } from '../../../test/kit/guardianship.js';
import type { CitizenId } from '../../kernel/index.js';

let office: ClaimsOffice;
let mother: CitizenId;
beforeEach(async () => {
  office = new ClaimsOffice();
  mother = await office.adult('1');
});

const child = details();
const document = (type: 'resident-id' | 'passport', number: string) => ({ ...child, document: { type, state: 'CN', number } });

describe('a claim', () => {
  it('is answered alike for a dependent who is unknown, known, another by name, or oneself', async () => {
    await office.enrol(child, (await office.adult('2')).replaceAll('2', '3') as CitizenId);
    const about = [document('passport', 'X0000000'), child, { ...child, birthDate: '2019-08-02' }, document('passport', 'G11111111')];
    const answers = await Promise.all(about.map((what, index) => office.claim(mother, what, `key-${index}`)));
    for (const answer of answers) expect(answer).toEqual({ kind: 'done', value: { claim: expect.stringMatching(/^[0-9a-f]{32}$/), state: 'received' } });
    expect(new Set(answers.map((answer) => value(answer).claim)).size).toBe(4);
  });

  it('is compared with nothing: no stream but its own is read or written', async () => {
    const head = await office.store.head();
    const read: string[] = [];
    const readMany = office.store.readMany.bind(office.store);
    office.store.readMany = (ranges) => {
      read.push(...ranges.map(({ stream }) => stream));
      return readMany(ranges);
    };
    const { claim } = value(await office.claim(mother, child));
    expect(new Set(read)).toEqual(new Set([`claim-${claim}`]));
    expect(await office.log(head)).toEqual(['claim: GuardianshipClaimed']);
  });

  it('leaves nothing readable in the log', async () => {
    const head = await office.store.head();
    await office.claim(mother, child);
    const [event] = await office.store.readAll(head, 1);
    const bytes = Buffer.from(event?.data ?? []).toString();
    for (const secret of ['小明', '2019', 'E12345678', 'parent', 'Beijing', 'B 123', 'eeee']) expect(bytes).not.toContain(secret);
  });

  it('made again under the same key is the same claim', async () => {
    const first = value(await office.claim(mother, child));
    expect(value(await office.claim(mother, child))).toEqual(first);
    expect((await office.log()).filter((line) => line.startsWith('claim'))).toHaveLength(1);
  });

  it('of something else under the same key is refused', async () => {
    await office.claim(mother, child);
    expect(await office.claim(mother, { ...child, birthDate: '2018-01-01' })).toEqual({ kind: 'refused', code: 'idempotency-key-reused' });
  });

  it.each([
    ['document', document('resident-id', '110105201908010010')],
    ['birth-date', { ...child, birthDate: '2026-03-11' }],
    ['name', { ...child, name: { ...child.name, given: ' ' } }],
  ])('must be well-formed: %s', async (code, what) => expect(await office.claim(mother, what)).toMatchObject({ kind: 'refused', code }));
});

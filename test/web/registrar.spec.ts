import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { act, focused, hasFocus, tabTo } from './kit/keyboard.js';
import { claimed, guardianshipOf, paperOf } from './kit/office.js';
import { over } from './kit/over.js';
import { pngOf } from './kit/png.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

/** The smallest picture there is. */
const SCAN = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const folder = mkdtempSync(join(tmpdir(), 'xinma-scan-'));

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  writeFileSync(join(folder, 'scan.png'), SCAN);
  writeFileSync(join(folder, 'other.png'), Buffer.concat([SCAN, SCAN]));
}, 120_000);
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true });
});

async function atDesk(name: string): Promise<Visitor> {
  const visitor = await stage.visitor({ width: 1280 });
  await visitor.signIn(name);
  await visitor.press(/^Registry office/, 'link');
  await visitor.press(/^Guardianship claims/, 'link');
  await visitor.press('Open the next one');
  await visitor.sees('What is claimed');
  return visitor;
}

describe('a registrar', () => {
  let basis = '';

  it('compares a claim with its paper and proposes; another office countersigns; the guardian looks', async () => {
    const mother = await claimed(stage, 'li-na', 'chen-xiaoyu', { sha256: createHash('sha256').update(SCAN).digest('hex'), authority: 'Haidian \u202EHospital' });
    const first = await atDesk('registrar-he');
    await first.sees('李娜 (Na Li)');
    await first.sees('Haidian Hospital');
    // Another file that takes longer to be read is not drawn under what is said of this one.
    await first.page.evaluate(`{ const read = Blob.prototype.arrayBuffer; Blob.prototype.arrayBuffer = async function () { if (this.name === 'slow.png') await new Promise((later) => { globalThis.letRead = later; }); return read.call(this); }; }`);
    const scan = first.page.getByLabel('Open the scan to compare');
    await scan.setInputFiles({ name: 'slow.png', mimeType: 'image/png', buffer: pngOf(7, 7, () => 0) });
    await scan.setInputFiles(join(folder, 'scan.png'));
    await first.sees('This is the scan that was claimed with');
    await first.page.evaluate('letRead()');
    await first.page.waitForTimeout(500);
    expect(await first.page.locator('canvas').getAttribute('width')).toBe('1');
    await scan.setInputFiles(join(folder, 'other.png'));
    await first.sees('Not the scan that was claimed with');
    await first.page.getByLabel('Open the scan to compare').setInputFiles(join(folder, 'scan.png'));
    await first.sees('This is the scan that was claimed with');
    await first.page.getByRole('img', { name: 'The scan' }).waitFor();
    await first.pick('In three years');
    await first.press('Propose to confirm');
    await first.at('Proposed');
    await first.press('The next one');
    await first.sees('No claim is waiting');
    await over(first, '李', '陈', 'g_');

    await stage.caughtUp();
    const second = await atDesk('registrar-lin');
    await second.sees('Another office proposes to confirm');
    await second.page.route('**/countersignature', refused(409, 'claim-not-proposed'), { times: 1 });
    await second.press('Countersign');
    await second.sees(/counts at once, or 72 hours later where there is a guardian already or the person is 14 or older\. If it does not match, nobody sees anything\.$/);
    await second.press('Yes, countersign');
    await second.sees('It is not proposed yet');
    await second.press('Yes, countersign');
    await second.at('Countersigned');
    await over(second, '李', '陈', 'g_');
    basis = await guardianshipOf(mother);
    expect(await stage.looks('li-na', basis)).toBe(200);
  }, 120_000);

  it('stops it in two taps, and lifts it only after signing in most strongly', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('registrar-he', 'al1');
    await visitor.open('/registrar/guardianship');
    await visitor.press('Stop it now');
    await visitor.sees('A number begins with g_');
    const number = visitor.page.getByLabel('Number of the guardianship');
    await number.fill(`g_${'0'.repeat(32)}-1`);
    await visitor.press('Stop it now');
    await visitor.press('Yes, stop it now');
    await visitor.sees('There is no such guardianship');
    await visitor.press('Cancel');
    await number.fill(` ${basis.slice(0, 12)} ${basis.slice(12)}`);
    await visitor.press('Stop it now');
    await visitor.press('Yes, stop it now');
    await visitor.at('Stopped');
    await visitor.sees('The guardian cannot look under this guardianship now. What the person agreed to by themselves is not touched.');
    expect(await stage.looks('li-na', basis)).toBe(404);
    await visitor.press('Another guardianship');
    await visitor.press('Confirm that it is me');
    await visitor.press('Confirm (al3)');
    await visitor.page.getByLabel('Number of the guardianship').fill(basis);
    await visitor.press('Lift the stop');
    await visitor.press('Yes, lift it');
    await visitor.sees('Give a reason.');
    await visitor.page.getByLabel('Why').fill('<img src=x onerror=alert(1)> cleared up');
    await visitor.press('Yes, lift it');
    await visitor.at('Lifted');
    await over(visitor, basis);
  }, 120_000);

  it('closes a claim for its paper by the keyboard alone', async () => {
    const father = await claimed(stage, 'chen-wei', 'chen-xiaoyang');
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('registrar-gao');
    await visitor.open('/registrar');
    await visitor.at('Registry office');
    await act(visitor, 'Guardianship claims');
    await visitor.at('Guardianship claims');
    await act(visitor, 'Open the next one');
    await visitor.sees('What is claimed');
    await act(visitor, 'Close the claim');
    await visitor.page.getByRole('dialog').waitFor();
    await tabTo(visitor, 'The paper cannot be read');
    await visitor.page.keyboard.press('Space');
    await act(visitor, 'Close it');
    await visitor.at('Closed');
    await hasFocus(visitor, 'Closed');
    const heard = async () => (await father.client.GET('/v1/me/guardianships')).data?.claims[0];
    expect(await eventually(heard, (claim) => claim?.state === 'closed')).toMatchObject({ state: 'closed', reason: 'unreadable' });
    await over(visitor, '陈');
  }, 120_000);

  it('enrols somebody without a phone, and prints a card whose codes register samples', async () => {
    const { name, birthDate, document } = paperOf(stage, 'zhang-guiying');
    const visitor = await stage.visitor();
    await visitor.signIn('registrar-he');
    await visitor.open('/registrar/enrol');
    await visitor.press('Enrol and make the card');
    await visitor.sees('Please fill this in.');
    expect((await focused(visitor)).name).toBe('Document number');
    const fill = async (label: string, value: string) => visitor.page.getByLabel(label, { exact: true }).fill(value);
    await fill('Document number', `${document.number.slice(0, -1)}${document.number.endsWith('1') ? '2' : '1'}`);
    await fill('Family name', name.family ?? '');
    await fill('Given name', name.given);
    await fill('Date of birth', birthDate);
    await visitor.press('Enrol and make the card');
    await visitor.sees('The number is not right.');
    await fill('Document number', document.number);
    await visitor.press('Enrol and make the card');
    await visitor.at('Ready to print');
    await visitor.sees(`张 · document ends in ${document.number.slice(-2)}`);
    const codes = (await visitor.page.locator('.sheet .spelled').allTextContents()).map((code) => code.replaceAll(' ', ''));
    expect(new Set(codes).size).toBe(10);
    expect((await (await stage.instance.as('nurse-zhou')).post('/v1/samples', { code: codes[9], barcode: 'BY-CARD' })).body).toMatchObject({ surname: '张' });
    expect(await pagesPrinted(visitor)).toBe(1);
    await visitor.press('Enrol the next person');
    await visitor.at('Enrol somebody here');
    expect(await visitor.page.locator('main').textContent()).not.toContain('张');
    await over(visitor, '张', codes[0] ?? '');
  }, 120_000);

  /** How many sheets of A4 the printer would take. */
  async function pagesPrinted({ page }: Visitor): Promise<number> {
    const made = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    return (made.match(/\/Type\s*\/Page\b/g) ?? []).length;
  }

  it('links an account, appoints and releases', async () => {
    const { name, birthDate, document } = paperOf(stage, 'zhang-guiying');
    const visitor = await stage.visitor();
    await visitor.signIn('registrar-he');
    await visitor.open('/registrar/account');
    const fill = async (label: string, value: string) => visitor.page.getByLabel(label, { exact: true }).fill(value);
    await fill('Document number', document.number);
    await fill('Family name', name.family ?? '');
    await fill('Given name', name.given);
    await fill('Date of birth', birthDate);
    await fill('Account number', 'zhang-guiying');
    await visitor.press('Link this account');
    await visitor.at('Received');
    expect((await (await stage.instance.as('zhang-guiying')).get('/v1/me')).body).toMatchObject({ surname: '张' });

    await visitor.open('/registrar/appoint');
    await fill('Where', '0'.repeat(32));
    await fill('Account number', 'stranger');
    await fill('For how many days', '91');
    await visitor.press('Appoint');
    for (const wrong of ['Give a number from 1 to 90.', 'Small letters, digits, and hyphens between them; not 32 of 0-9 and a-f alone.']) await visitor.sees(wrong);
    await fill('Where', 'chaoyang-clinic');
    await fill('For how many days', '30');
    await visitor.press('Appoint');
    await visitor.at('Appointed');
    expect((await (await stage.instance.as('stranger')).get('/v1/me/duties')).body).toMatchObject({ duties: [{ role: 'clinic', institution: 'chaoyang-clinic' }] });

    await visitor.open('/registrar/release');
    await fill('Sample number', await lockedSample());
    await visitor.press('Release this sample');
    await visitor.at('Released');
    // The number of the last one is not that of the next.
    await visitor.press('Do another one');
    expect(await visitor.page.getByLabel('Sample number', { exact: true }).inputValue()).toBe('');
    await over(visitor, '张');
  }, 120_000);

  async function lockedSample(): Promise<string> {
    const [person, nurse] = [await stage.enrolled('sun-yue'), await stage.instance.as('nurse-zhou')];
    const { body } = await person.post('/v1/me/sampling-codes');
    const registered = await nurse.post('/v1/samples', { code: body['code'], barcode: 'LOCKED' });
    const collected = new Date(stage.instance.clock.now() - 3_600_000).toISOString();
    await nurse.postLines('/v1/results/imports', [{ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: collected, ci: 'LOCKED', dob: '1900-01-01' }]);
    return String(registered.body['sample']);
  }
});

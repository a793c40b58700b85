import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCharacter } from '../../libs/domain/citizen/resident-id.js';
import { claims } from './kit/claims.js';
import { act, hasFocus, tabTo } from './kit/keyboard.js';
import { guardian, paperOf } from './kit/office.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
let basis = '';
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
  await stage.granted('sun-yue', 'chen-wei');
  await stage.enrolled('zhao-qiang');
  // Before anybody else's claim waits.
  basis = await guardian(stage, 'li-na', 'chen-xiaoyu', 'Little rain');
}, 120_000);
afterAll(() => stage?.close());

/** Well formed, and nobody's. */
const NOBODY = '11010520110101123';

const LIST = 'People I care for';

describe('a guardian', () => {
  it('claims by a form that says what will happen, and hears the same whoever it names', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('zhao-qiang');
    await visitor.press(LIST, 'link');
    await visitor.press(/^I am a guardian/, 'link');
    const { name, birthDate, document } = paperOf(stage, 'zhao-lei');
    await visitor.press('Apply to be a guardian', 'link');
    await claims(visitor, { number: document.number, given: name.given, birthDate, called: 'My <b>boy</b>' });
    const said = await visitor.page.locator('main').textContent();
    await visitor.press('See what comes of it', 'link');
    await visitor.press('Apply to be a guardian', 'link');
    await claims(visitor, { number: `${NOBODY}${checkCharacter(NOBODY)}`, given: '无人', birthDate: '2011-01-01', called: '' });
    expect(await visitor.page.locator('main').textContent()).toBe(said);
    await visitor.press('See what comes of it', 'link');
    await visitor.page.locator('.card').nth(1).waitFor();
    await visitor.sees('My <b>boy</b>');
    await over(visitor, '赵', document.number, 'boy');
  }, 120_000);
});

describe('the picture of a paper', () => {
  it('is the one that was chosen last, however long another takes to be read', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('zhao-qiang');
    await visitor.open('/viewer/claim');
    await visitor.page.evaluate(`{
      const read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = async function () {
        if (this.name === 'slow.jpg') await new Promise((later) => { globalThis.letRead = later; });
        return read.call(this);
      };
    }`);
    const said = visitor.page.locator('.field [role=status]');
    const choose = (name: string) => visitor.page.getByLabel('A picture or scan of the paper').setInputFiles({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(name) });
    await choose('first');
    await said.waitFor();
    await choose('slow');
    await said.waitFor({ state: 'detached' });
    await choose('last');
    const read = `Read. Fingerprint: ${createHash('sha256').update('last').digest('hex').slice(0, 8)}…`;
    await visitor.sees(read);
    await visitor.page.evaluate('letRead()');
    await visitor.page.waitForTimeout(500);
    expect(await said.textContent()).toBe(read);
    await over(visitor);
  }, 120_000);
});

describe('a guardianship', () => {
  it('is in the guardian’s own log from the opening of their claim on: each office that saw their name', async () => {
    const mother = await stage.visitor();
    await mother.signIn('li-na');
    await mother.open('/citizen/looked');
    const opened = mother.page.locator('.told', { hasText: 'A registrar opened your claim to be a guardian.' });
    await opened.first().waitFor();
    expect(await opened.allTextContents()).toEqual([expect.stringContaining('chaoyang-registry'), expect.stringContaining('haidian-registry')]);
    await over(mother, 'Little rain', '陈');
  }, 120_000);

  it('is a card under the guardian’s own label, and once a registrar ended it from their page nobody looks under it', async () => {
    const mother = await stage.visitor();
    await mother.signIn('li-na');
    await mother.press(LIST, 'link');
    await looks(mother);
    await mother.page.locator('.seen').waitFor();
    await ends();
    await mother.press('Hide now');
    await mother.press('Look again');
    await mother.press('Look now');
    await mother.sees('You cannot look now');
    await mother.open('/viewer');
    await looks(mother);
    await mother.sees('You cannot look now');
    await over(mother, 'Little rain', '陈', basis);
  }, 120_000);

  async function looks(visitor: Visitor): Promise<void> {
    await visitor.press('Look: Little rain');
    await visitor.at('A look');
    await visitor.press('Look now');
  }

  async function ends(): Promise<void> {
    const registrar = await stage.visitor({ width: 1280 });
    await registrar.signIn('registrar-he', 'al3');
    await registrar.open('/registrar/guardianship');
    await registrar.page.getByLabel('Number of the guardianship').fill(basis);
    await registrar.press('End it for good');
    await registrar.press('Yes, end it');
    await registrar.sees('Give a reason.');
    await registrar.page.getByLabel('Why').fill('A court decided so');
    await registrar.press('Yes, end it');
    await registrar.at('Ended');
    await over(registrar, basis);
  }
});

describe('with a keyboard alone', () => {
  it('somebody asks in the largest text, one question a page, and looks', async () => {
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('chen-wei');
    await act(visitor, 'Larger text');
    await act(visitor, 'What I can do');
    await visitor.at('What I can do');
    await act(visitor, LIST);
    await visitor.at(LIST);
    await act(visitor, 'Ask to see somebody');
    await visitor.at('Ask to see somebody');
    await tabTo(visitor, 'What do you call this person?');
    await visitor.page.keyboard.type('Aunt');
    await act(visitor, 'Next');
    await visitor.sees('Step 2 of 4');
    await tabTo(visitor, 'Health code only');
    await visitor.page.keyboard.press('ArrowDown');
    for (const step of [3, 4]) {
      await act(visitor, 'Next');
      await visitor.sees(`Step ${step} of 4`);
    }
    await act(visitor, 'Get a code');
    await visitor.at('Hand over this code');
    await act(visitor, '‹ Back');
    await visitor.at(LIST);
    await act(visitor, 'Look: Mum');
    await visitor.at('A look');
    await act(visitor, 'Look now');
    await visitor.sees('Surname: 孙');
    // Who hears the page is told that it is there, and is nowhere else than on this page.
    await visitor.page.locator('[data-live-announcer]').getByText(/^Hides in \d:\d\d$/).waitFor();
    await hasFocus(visitor, 'A look');
    await act(visitor, 'Hide now');
    await visitor.sees('Hidden again');
    await hasFocus(visitor, 'A look');
    await over(visitor, 'Aunt', '孙');
  }, 120_000);
});

import type { Visitor } from './visitor.js';

/** Whom a claim names; `called`: the claimant's own word for them. */
interface Whom {
  readonly number: string;
  readonly given: string;
  readonly birthDate: string;
  readonly called: string;
}

/** Fills in the form of a claim, whose picture is forgotten at first, and sends it. */
export async function claims(visitor: Visitor, whom: Whom): Promise<void> {
  await fillsClaim(visitor, whom);
  await visitor.press('Send it');
  await visitor.at('Received');
}

/** Fills in the form of a claim, whose picture is forgotten at first. */
export async function fillsClaim(visitor: Visitor, { number, given, birthDate, called }: Whom): Promise<void> {
  const { page } = visitor;
  await visitor.sees(/Whoever you name, you get the same answer/);
  await page.getByLabel('Document number').fill(number);
  await page.getByLabel('Given name', { exact: true }).fill(given);
  await page.getByLabel('Date of birth').fill(birthDate);
  await page.getByLabel('What do you call this person?').fill(called);
  await page.getByLabel('Who issued it').fill('Haidian Hospital');
  await page.getByLabel('Number of the paper').fill('M110123456');
  await visitor.press('Send it');
  await visitor.sees('Choose a picture or a file.');
  await page.getByLabel('A picture or scan of the paper').setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a paper') });
  await visitor.sees(/^Read\. Fingerprint: [0-9a-f]{8}/);
}

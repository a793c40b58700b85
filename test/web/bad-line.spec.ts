import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { fillsClaim } from './kit/claims.js';
import { paperOf } from './kit/office.js';
import { reader } from './kit/onlookers.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

/** What was asked for is done, and its answer lost. */
async function lost(route: Route): Promise<void> {
  await route.fetch();
  await route.abort('connectionreset');
}

/** As browsers complain of a line that broke. */
async function leaves(visitor: Visitor): Promise<void> {
  expect(visitor.faults.filter((fault) => !fault.startsWith('Failed to load resource: net::ERR_'))).toEqual([]);
  await visitor.leave();
}

describe('on a line that loses answers', () => {
  it('whoever took something back and closes the question sees how it stands now, not how it stood', async () => {
    await stage.granted('wang-fang', 'li-na', 'status');
    const visitor = await reader(stage, 'wang-fang');
    await visitor.page.route('**/revocation', lost);
    await visitor.press(/^Take back: /);
    await visitor.press('Yes, take it back now');
    await visitor.sees('It is not certain whether this was done.');
    await visitor.press('Cancel');
    await visitor.page.locator('.over .card').getByText('Ended').waitFor();
    expect(await visitor.page.getByRole('button', { name: /^Take back: / }).count()).toBe(0);
    await leaves(visitor);
  }, 120_000);

  it('whoever looked and saw nothing hears that it may be written down all the same', async () => {
    await stage.granted('maria-garcia', 'liu-yang', 'status');
    const visitor = await stage.visitor();
    await visitor.signIn('liu-yang');
    await visitor.open('/viewer');
    await visitor.press(/^Look: /);
    await visitor.page.route('**/v1/bases/*/views', lost);
    await visitor.press('Look now');
    await visitor.sees('No connection');
    await visitor.sees('This look may stand in their log already. Another try is written down again.');
    await leaves(visitor);
  }, 120_000);

  it('nobody who agreed is told from before that nobody may look', async () => {
    await stage.enrolled('sun-yue');
    const { code } = await stage.asks('li-na', 'status');
    const visitor = await stage.visitor();
    await visitor.signIn('sun-yue');
    await visitor.page.getByRole('link', { name: /^Who may look at me Nobody at the moment/ }).waitFor();
    await visitor.press(/^Somebody wants to look/, 'link');
    await visitor.page.getByLabel('Type the code').fill(code);
    await visitor.press('Open');
    await visitor.press('The same, go on');
    await visitor.page.route('**/grant', lost);
    await visitor.press('I agree');
    await visitor.sees('It is not certain whether this was done.');
    // Nobody knows yet who may look.
    await visitor.page.route('**/v1/me/bases*', () => undefined);
    await visitor.open('/citizen');
    await visitor.at('My health code');
    await visitor.page.locator('.status').waitFor();
    await visitor.page.waitForTimeout(500);
    expect(await visitor.page.getByRole('link', { name: /^Who may look at me/ }).textContent()).toBe('Who may look at me ');
    await leaves(visitor);
  }, 120_000);
});

describe('whoever was not answered, and changes what they ask for', () => {
  const label = (visitor: Visitor) => visitor.page.getByLabel('What do you call this person?');

  it('has asked for what they see now', async () => {
    await stage.enrolled('chen-wei');
    const visitor = await stage.visitor();
    await visitor.signIn('chen-wei');
    await visitor.open('/viewer/ask');
    await label(visitor).fill('Mum');
    await visitor.page.route('**/v1/consent-requests', lost);
    await visitor.press('Get a code');
    await visitor.sees('It is not certain whether this was done.');
    await visitor.page.unroute('**/v1/consent-requests');
    await label(visitor).fill('Aunt');
    await visitor.press('Get a code');
    await visitor.at('Hand over this code');
    await leaves(visitor);
  }, 120_000);

  it('has claimed what they wrote now', async () => {
    await stage.enrolled('zhao-qiang');
    const visitor = await stage.visitor();
    await visitor.signIn('zhao-qiang');
    await visitor.open('/viewer/claim');
    const { name, birthDate, document } = paperOf(stage, 'zhao-lei');
    await fillsClaim(visitor, { number: document.number, given: name.given, birthDate, called: 'Lei' });
    await visitor.page.route('**/v1/guardianships', lost);
    await visitor.press('Send it');
    await visitor.sees('It is not certain whether this was done.');
    await visitor.page.unroute('**/v1/guardianships');
    await label(visitor).fill('My boy');
    await visitor.press('Send it');
    await visitor.at('Received');
    await leaves(visitor);
  }, 120_000);
});

describe('on a line that is too slow for what was sent', () => {
  it('nobody is told that they are not allowed to', async () => {
    await stage.enrolled('chen-wei');
    const visitor = await stage.visitor();
    await visitor.signIn('chen-wei');
    await visitor.open('/citizen/sampling');
    await visitor.page.route('**/v1/me/sampling-codes', refused(408, 'request-timeout'));
    await visitor.press('Show my sampling code');
    await visitor.sees('No connection');
    await visitor.page.unroute('**/v1/me/sampling-codes');
    await visitor.press('Try again');
    await visitor.page.locator('.spelled').waitFor();
    await leaves(visitor);
  }, 120_000);
});

describe('once there is a network again', () => {
  it('what could not be read is read by itself', async () => {
    await stage.enrolled('ouyang-xue');
    const visitor = await stage.visitor();
    await visitor.signIn('ouyang-xue');
    await visitor.at('My health code');
    await visitor.context.setOffline(true);
    await visitor.press(/^My results/, 'link');
    await visitor.sees('No connection');
    await visitor.context.setOffline(false);
    await visitor.sees('No results yet');
    await leaves(visitor);
  }, 120_000);

  it('a page that was opened without one asks anew', async () => {
    const visitor = await stage.visitor();
    await visitor.page.route('**/v1/sign-in', (route) => route.abort('internetdisconnected'));
    await visitor.open();
    await visitor.sees('No connection');
    await visitor.page.unroute('**/v1/sign-in');
    await visitor.page.evaluate("dispatchEvent(new Event('online'))");
    await visitor.at('A health code you can trust');
    await leaves(visitor);
  }, 120_000);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { filmCode, filmNothing } from './kit/video.js';
import type { Visitor } from './kit/visitor.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-camera-'));
const film = join(folder, 'code.y4m');

let stage: Stage;
beforeAll(async () => {
  // The device reads the file when it is opened, so the code can be made first.
  stage = await Stage.open('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`);
  await stage.enrolled('wang-fang');
}, 120_000);
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true });
});

/** Somebody who holds a code in front of the camera. */
async function scanning(code: string): Promise<Visitor> {
  filmCode(code, film);
  const visitor = await stage.visitor({ context: { permissions: ['camera'] } });
  await visitor.signIn('wang-fang');
  await visitor.open('/citizen/open');
  await visitor.press('Scan with the camera');
  return visitor;
}

describe('a code in front of the camera', () => {
  it('is read and opened, and the camera ends', async () => {
    const { code, words } = await stage.asks('li-na');
    const visitor = await scanning(code);
    await visitor.at('First compare these three words');
    expect(await visitor.page.locator('.three strong').allTextContents()).toEqual(words);
    expect(await visitor.page.locator('video').count()).toBe(0);
    expect(await visitor.left()).not.toContain(code);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);

  // Squeezed into the square that a phone shows, these could not be read.
  it.each(['_qoqaUZjoiBXwEh3Srl0GPcBBJeiOqYGMgPRbZ71_20', 'V41DqQFOaHf_dzRm8JArxDpIVlziutb3O7XbuoQkp2U'])('is read as the camera sees it, not as the page shows it: %s', async (code) => {
    const visitor = await scanning(code);
    // Read and asked for: it is nobody's.
    await visitor.sees('This code is not good');
    await over(visitor, code);
  }, 120_000);

  it('can be left alone: whoever stops scanning has no camera running', async () => {
    const visitor = await stage.visitor({ context: { permissions: ['camera'] } });
    await visitor.page.addInitScript('const ask = MediaDevices.prototype.getUserMedia; MediaDevices.prototype.getUserMedia = async function (...wanted) { return (window.stream = await ask.apply(this, wanted)); };');
    filmNothing(film);
    await visitor.signIn('wang-fang');
    await visitor.open('/citizen/open');
    await visitor.press('Scan with the camera');
    await visitor.sees('Hold the code inside the frame');
    await visitor.page.waitForFunction('window.stream !== undefined');
    await visitor.open('/citizen');
    await visitor.at('My health code');
    await visitor.page.waitForFunction('window.stream.getTracks().every(({ readyState }) => readyState === "ended")');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('is read once the camera is allowed, by whoever refused it first', async () => {
    const { code } = await stage.asks('li-na');
    filmCode(code, film);
    const visitor = await stage.visitor();
    await visitor.page.addInitScript(`{
      const ask = MediaDevices.prototype.getUserMedia;
      MediaDevices.prototype.getUserMedia = async function (...wanted) {
        if (!globalThis.isAllowed) throw new DOMException('Permission denied', 'NotAllowedError');
        return ask.apply(this, wanted);
      };
    }`);
    await visitor.signIn('wang-fang');
    await visitor.open('/citizen/open');
    await visitor.press('Scan with the camera');
    await visitor.sees('The camera did not open');
    // Still refused: it says so again, and asks again.
    await visitor.press('Try again');
    await visitor.sees('The camera did not open');
    await visitor.context.grantPermissions(['camera']);
    await visitor.page.evaluate('globalThis.isAllowed = true');
    await visitor.press('Try again');
    await visitor.at('First compare these three words');
    await over(visitor, code);
  }, 120_000);
});

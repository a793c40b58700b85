// Makes a picture of every state of the pages in both languages, and of the largest text, into the folder `screenshots`. Not a test: somebody has to look.
import { mkdirSync } from 'node:fs';
import { around } from '../kit/around.js';
import { Seat } from './kit/seat.js';
import { Stage } from './kit/stage.js';
import { arrive, type RoomStates } from './kit/states.js';
import { AUDITOR } from './kit/states/auditor.js';
import { CITIZEN } from './kit/states/citizen.js';
import { CLINIC } from './kit/states/clinic.js';
import { REGISTRAR } from './kit/states/registrar.js';
import { VIEWER } from './kit/states/viewer.js';
import type { Coming } from './kit/visitor.js';

const FOLDER = 'screenshots';

const ROOMS: readonly RoomStates[] = [CITIZEN, VIEWER, CLINIC, REGISTRAR, AUDITOR];

/** What changes most with contrast. */
const SEEN = /^(home-clear|revoke|open-decide|looked|viewer-list|viewer-shown|viewer-ask-empty|clinic-import-done|clinic-correct|registrar-stop|registrar-scan-other|auditor-earlier)$/;

/** How each picture is taken; `elder` and `wide` of the few states that change with them. */
const SHOTS: readonly (Coming & { readonly name: string; readonly elder?: boolean; readonly only?: RegExp })[] = [
  { name: 'zh', language: 'zh', width: 390 },
  { name: 'en', language: 'en', width: 390 },
  { name: 'zh-elder', language: 'zh', width: 390, elder: true, only: /^(home-clear|menu|may-look|open-decide|open-compare|viewer-list|viewer-shown|viewer-ask|viewer-claim|clinic-compare|registrar-claim|registrar-enrol|auditor-earlier|auditor-log)$/ },
  { name: 'en-elder-320', language: 'en', width: 320, elder: true, only: /^(home-clear|may-look|looked|open-decide|viewer-list|viewer-shown|clinic-import-done)$/ },
  { name: 'zh-dark', language: 'zh', width: 390, dark: true, only: /^(home-clear|may-look|looked|open-decide|revoke|viewer-list|viewer-shown|viewer-ask-code|clinic-import-done|registrar-scan|registrar-stop|auditor-earlier)$/ },
  { name: 'en-wide', language: 'en', width: 1280, only: /^(welcome|home-clear|looked|open-decide|viewer-list|viewer-shown|clinic-home|clinic-import-done|clinic-correct|registrar|registrar-scan|registrar-countersign|registrar-card|registrar-enrol|auditor-earlier|auditor-history|auditor-table|auditor-log-open)$/ },
  { name: 'en-contrast', language: 'en', width: 390, context: { contrast: 'more' }, only: SEEN },
  { name: 'zh-contrast-dark', language: 'zh', width: 390, dark: true, context: { contrast: 'more' }, only: SEEN },
  { name: 'en-forced', language: 'en', width: 390, context: { forcedColors: 'active' }, only: SEEN },
  { name: 'zh-forced-dark', language: 'zh', width: 390, dark: true, context: { forcedColors: 'active' }, only: SEEN },
];

/** The few that the README shows, as they are seen without scrolling; `scale`: pixels of the picture to one of the page. */
const PICTURES: readonly (Coming & { readonly state: string; readonly height: number; readonly scale: number })[] = [
  { state: 'home-clear', language: 'zh', width: 390, height: 780, scale: 0.75 },
  { state: 'looked', language: 'en', width: 390, height: 780, scale: 0.75 },
  { state: 'viewer-shown', language: 'en', width: 390, height: 780, scale: 0.7 },
  { state: 'registrar-scan', language: 'en', width: 1180, height: 940, scale: 0.6 },
  { state: 'auditor-history', language: 'en', width: 1000, height: 940, scale: 0.6 },
];
const isShown = ({ name }: { readonly name: string }): boolean => PICTURES.some(({ state }) => state === name);
const SHOWN = 'apps/web/pictures';
/** In bytes: whoever clones this carries them for ever. */
const SMALL = 60_000;

/** Of these rooms; without a name, of all. `pictures`: the README's alone. */
const named = process.argv.slice(2);
const only = named.includes('pictures');

await around('setup');
for (const folder of [FOLDER, SHOWN]) mkdirSync(folder, { recursive: true });
for (const room of ROOMS.filter((one) => named.length === 0 || named.includes(one.room) || (only && one.states.some(isShown)))) await take(room);
await around('teardown');

async function take({ prepare, states }: RoomStates): Promise<void> {
  const stage = await Stage.open();
  try {
    await prepare(stage);
    for (const shot of only ? [] : SHOTS) await takeAll(stage, states, shot);
    if (only || named.length === 0) for (const picture of PICTURES) await takePicture(stage, states, picture);
  } finally {
    await stage.close();
  }
}

async function takeAll(stage: Stage, states: RoomStates['states'], { name, elder = false, only = /./, ...coming }: (typeof SHOTS)[number]): Promise<void> {
  const seat = new Seat(stage, coming, elder ? "if (location.hostname === '127.0.0.1') localStorage.setItem('xinma.elder', 'yes')" : '');
  for (const state of states.filter((one) => only.test(one.name))) {
    const visitor = await seat.for(state);
    await arrive(visitor, state, stage);
    await visitor.page.screenshot({ path: `${FOLDER}/${state.name}.${name}.png`, fullPage: true });
    process.stdout.write(`${state.name}.${name}\n`);
  }
  await seat.leave();
}

async function takePicture(stage: Stage, states: RoomStates['states'], { state: name, height, scale, ...coming }: (typeof PICTURES)[number]): Promise<void> {
  const state = states.find((one) => one.name === name);
  if (state === undefined) return;
  const seat = new Seat(stage, { ...coming, context: { viewport: { width: coming.width ?? 390, height }, deviceScaleFactor: scale } });
  const visitor = await seat.for(state);
  await arrive(visitor, state, stage);
  const { length } = await visitor.page.screenshot({ path: `${SHOWN}/${name}.png` });
  await seat.leave();
  if (length > SMALL) throw new Error(`${name} takes ${length} bytes, ${SMALL} at most`);
}

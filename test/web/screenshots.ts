// Makes a picture of every state of the pages in both languages, and of the largest text, into the folder `screenshots`. Not a test: somebody has to look.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Seat } from './kit/seat.js';
import { Stage } from './kit/stage.js';
import { arrive, type RoomStates } from './kit/states.js';
import { CITIZEN } from './kit/states/citizen.js';
import { CLINIC } from './kit/states/clinic.js';
import { VIEWER } from './kit/states/viewer.js';
import type { Coming } from './kit/visitor.js';

const FOLDER = 'screenshots';

const ROOMS: readonly RoomStates[] = [CITIZEN, VIEWER, CLINIC];

/** How each picture is taken; `elder` and `wide` of the few states that change with them. */
const SHOTS: readonly (Coming & { readonly name: string; readonly elder?: boolean; readonly only?: RegExp })[] = [
  { name: 'zh', language: 'zh', width: 390 },
  { name: 'en', language: 'en', width: 390 },
  { name: 'zh-elder', language: 'zh', width: 390, elder: true, only: /^(home-clear|menu|may-look|open-decide|open-compare|viewer-list|viewer-shown|viewer-ask|viewer-claim|clinic-compare)$/ },
  { name: 'en-elder-320', language: 'en', width: 320, elder: true, only: /^(home-clear|may-look|looked|open-decide|viewer-list|viewer-shown|viewer-ask-code|clinic-import-done)$/ },
  { name: 'zh-dark', language: 'zh', width: 390, dark: true, only: /^(home-clear|may-look|looked|open-decide|revoke|viewer-list|viewer-shown|viewer-ask-code|clinic-import-done)$/ },
  { name: 'en-wide', language: 'en', width: 1280, only: /^(welcome|home-clear|looked|open-decide|viewer-list|viewer-shown|clinic-home|clinic-import-done|clinic-correct)$/ },
];

/** What the test runner does around a run: a database server of its own. */
const around = async (what: 'setup' | 'teardown'): Promise<void> => ((await import(pathToFileURL(resolve(`test/kit/global-${what}.js`)).href)) as { readonly default: () => Promise<void> }).default();

/** Of these rooms; without a name, of all. */
const named = process.argv.slice(2);

await around('setup');
mkdirSync(FOLDER, { recursive: true });
for (const room of ROOMS.filter((one) => named.length === 0 || named.includes(one.room))) await take(room);
await around('teardown');

async function take({ prepare, states }: RoomStates): Promise<void> {
  const stage = await Stage.open();
  try {
    await prepare(stage);
    for (const shot of SHOTS) await takeAll(stage, states, shot);
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

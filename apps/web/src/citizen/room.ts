import { lazy } from 'react';
import type { Room } from '../shell/room.js';

const load = () => import('./pages.js');

/** What everybody has: their own code, who may look, who did. */
export const room: Room = {
  path: 'citizen',
  order: 1,
  title: { zh: '我的健康码', en: 'My health code' },
  ahead: { pages: () => void load(), reads: () => void load().then(({ readAhead }) => readAhead()) },
  Pages: lazy(() => load().then(({ CitizenPages }) => ({ default: CitizenPages }))),
};

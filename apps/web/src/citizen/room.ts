import { lazy } from 'react';
import type { Room } from '../shell/room.js';

/** What everybody has: their own code, who may look, who did. */
export const room: Room = {
  path: 'citizen',
  order: 1,
  title: { zh: '我的健康码', en: 'My health code' },
  Pages: lazy(() => import('./pages.js').then(({ CitizenPages }) => ({ default: CitizenPages }))),
};

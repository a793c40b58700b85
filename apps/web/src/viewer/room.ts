import { lazy } from 'react';
import type { Room } from '../shell/room.js';

/** What everybody may have: people whom they may look at, and those whose guardian they are. */
export const room: Room = {
  path: 'viewer',
  order: 2,
  title: { zh: '我关心的人', en: 'People I care for' },
  Pages: lazy(() => import('./pages.js').then(({ ViewerPages }) => ({ default: ViewerPages }))),
};

import { lazy } from 'react';
import type { Room } from '../shell/room.js';

/** What an auditor replays. */
export const room: Room = {
  path: 'auditor',
  order: 5,
  title: { zh: '审计', en: 'Audit' },
  role: 'auditor',
  Pages: lazy(() => import('./pages.js').then(({ AuditorPages }) => ({ default: AuditorPages }))),
};

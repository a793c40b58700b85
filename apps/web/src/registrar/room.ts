import { lazy } from 'react';
import type { Room } from '../shell/room.js';

/** What a registrar does at a counter. */
export const room: Room = {
  path: 'registrar',
  order: 4,
  title: { zh: '登记处', en: 'Registry office' },
  role: 'registrar',
  Pages: lazy(() => import('./pages.js').then(({ RegistrarPages }) => ({ default: RegistrarPages }))),
};

import { lazy } from 'react';
import type { Room } from '../shell/room.js';

/** What the staff of a clinic does: samples, results, locked barcodes. */
export const room: Room = {
  path: 'clinic',
  order: 3,
  title: { zh: '采样和检测', en: 'Clinic' },
  role: 'clinic',
  Pages: lazy(() => import('./pages.js').then(({ ClinicPages }) => ({ default: ClinicPages }))),
};

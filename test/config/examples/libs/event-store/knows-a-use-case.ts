import { direct } from '../application/consent/knows-an-adapter.js';
export const upward = direct;

export const one = (): number => two();
import { two } from './circle-two.js';

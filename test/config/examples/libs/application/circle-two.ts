import { one } from './circle-one.js';
export const two = (): number => one();

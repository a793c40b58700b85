import { kit } from '../../../test/kit/kit.js';
export const helper = kit;

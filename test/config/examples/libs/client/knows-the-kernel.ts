import { read } from '../kernel/reads-a-file.js';

export const client = read;

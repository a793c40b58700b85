export { read } from '../kernel/reads-a-file.js';

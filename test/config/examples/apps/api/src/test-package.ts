import fc from 'fast-check';
export const generator = fc;

export const page = 'mine';

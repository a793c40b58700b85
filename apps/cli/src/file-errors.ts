/** Whether the system said no for this reason. Also of a suite's, whose errors are of another realm. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);

/** Whether a file could not be linked because its medium knows no links: most cards, sticks and shares of Windows don't. */
export const knowsNoLinks = (error: unknown): boolean =>
  hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS') && typeof error === 'object' && error !== null && 'syscall' in error && error.syscall === 'link';

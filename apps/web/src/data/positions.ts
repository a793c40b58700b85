/** Where commands that were acknowledged stand, and nothing that was read since is known to have them. */
const ahead = new Set<string>();

/** Remembers where a command that was just acknowledged stands: what is read from now on is not older. */
export const passed = (position: string): void => void ahead.add(position);

/** A read's query that says what it must not be older than. */
export interface AtLeast {
  readonly 'at-least'?: string;
}

/**
 * Reads what is not older than anything that was done on this page. Which of two positions is later the server alone can tell, and not always the one that was given last is: what was done already (a code
 * that is opened again) is answered with where it was done first. So it asks behind each, and takes the last answer. What was read once is never older again.
 */
export const upToDate = <T>(read: (query: AtLeast) => Promise<T>): Promise<T> => readBehind([...ahead], read);

async function readBehind<T>([position, ...more]: readonly string[], read: (query: AtLeast) => Promise<T>): Promise<T> {
  if (position === undefined) return read({});
  const answer = await read({ 'at-least': position });
  ahead.delete(position);
  return more.length === 0 ? answer : readBehind(more, read);
}

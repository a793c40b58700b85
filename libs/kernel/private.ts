/** Whose key seals a field: the subject's for what is about them, their access-log key for who looked, a claim's own for what was claimed, an institution's for what it is called. */
export type KeyClass = 'person' | 'access-log' | 'claim' | 'institution';

/** Names one key: `owner` is a citizen, claim or institution id. Each (owner, class) has its own random key. */
export interface KeyRef {
  readonly owner: string;
  readonly class: KeyClass;
}

/**
 * Personal data inside an event. Open where the reader holds the key; shut where it does not (auditors, projectors) or no longer can (a destroyed key).
 * Code that decides must treat `shut` as a no.
 */
export type Private<T> = { readonly kind: 'open'; readonly value: T } | { readonly kind: 'shut'; readonly sealed: string };

/** Wraps a value that is about to be sealed. */
export const open = <T>(value: T): Private<T> => ({ kind: 'open', value });

/** The value, or undefined where it is shut. */
export const opened = <T>(field: Private<T>): T | undefined => (field.kind === 'open' ? field.value : undefined);

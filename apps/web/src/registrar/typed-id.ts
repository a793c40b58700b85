/** A number as somebody copies it: spaces and capitals say nothing. */
export const typedId = (typed: string): string => typed.replaceAll(/\s/g, '').toLowerCase();

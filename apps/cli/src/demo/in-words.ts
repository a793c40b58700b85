import { isRecord } from '../../../../libs/domain/codec/index.js';

/** Ids, cursors and positions: for machines. */
const FOR_MACHINES = new Set(['consent', 'disclosure', 'position', 'basis', 'claim', 'viewerId', 'next', 'code']);

/** An answer as a person reads it: names and values, without what only machines need. */
export function inWords(body: unknown): string {
  if (Array.isArray(body)) return body.length === 0 ? 'none' : body.map(inWords).join('; ');
  if (!isRecord(body)) return String(body);
  const { family, given } = body;
  if (typeof given === 'string') return [given, family].filter((part) => typeof part === 'string').join(' ');
  return Object.entries(body)
    .filter(([name, value]) => !FOR_MACHINES.has(name) && value !== null)
    .map(([name, value]) => `${name} ${isRecord(value) || Array.isArray(value) ? `(${inWords(value)})` : String(value)}`)
    .join(', ');
}

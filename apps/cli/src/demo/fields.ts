import { isRecord } from '../../../../libs/domain/codec/index.js';
import { StoryBroken } from './story.js';

/** The text at a path of keys and indexes of a body. Throws where there is none. */
export function textAt(body: unknown, ...path: readonly (string | number)[]): string {
  const found = at(body, path);
  if (typeof found !== 'string') throw new StoryBroken(path.join('.'), 'is missing from an answer');
  return found;
}

/** The list at a path. Throws where there is none. */
export function listAt(body: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(body, path);
  if (!Array.isArray(found)) throw new StoryBroken(path.join('.'), 'is missing from an answer');
  return found;
}

function at(body: unknown, path: readonly (string | number)[]): unknown {
  let found = body;
  for (const key of path) {
    if (Array.isArray(found) && typeof key === 'number') found = found.at(key);
    else found = isRecord(found) ? found[key] : undefined;
  }
  return found;
}

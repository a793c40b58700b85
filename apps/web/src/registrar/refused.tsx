import { codeOf } from '../data/api.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { registrarWords } from './words.js';

/** What went wrong; staff never act on themselves or on people close to them, and are told so. */
export function Refused({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const say = useWords(registrarWords);
  if (error === null) return null;
  if (codeOf(error) === 'conflict-of-interest') return <Notice tone="stop" title={say('conflict')} text={say('conflictText')} urgent />;
  return <Trouble error={error} onRetry={onRetry} />;
}

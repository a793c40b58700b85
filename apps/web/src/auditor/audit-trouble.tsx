import { codeOf } from '../data/api.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { auditorWords } from './words.js';

/** What went wrong; nobody audits themselves or people close to them. */
export function AuditTrouble({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const say = useWords(auditorWords);
  if (error === null) return null;
  if (codeOf(error) === 'conflict-of-interest') return <Notice tone="stop" title={say('conflict')} text={say('conflictText')} urgent />;
  return <Trouble error={error} onRetry={onRetry} />;
}

import { useMutation } from '@tanstack/react-query';
import { codeOf } from '../data/api.js';
import { CodeEntry } from '../parts/code-entry.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { Strongly } from '../states/strongly.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import type { Asked } from './asked.js';
import { openWords } from './open-words.js';
import { openCode } from './writes.js';

interface EnterCodeProps {
  readonly onOpen: (asked: Asked) => void;
}

/** Also what is none at all, such as another picture that was held up. */
const isNoCode = (error: unknown): boolean => ['code-expired', 'invalid-field'].includes(codeOf(error) ?? '');

/** Takes a code by camera or by hand, and opens it. */
export function EnterCode({ onOpen }: EnterCodeProps) {
  const say = useWords(openWords);
  const open = useMutation({ mutationFn: (code: string) => openCode(code.replaceAll(/\s/g, '')), onSuccess: onOpen });
  const texts = { scan: say('scan'), typed: say('typed'), hint: say('typedHint'), empty: say('typedEmpty'), act: say('open') };
  return (
    <Strongly>
      {open.isPending ? <Loading /> : null}
      {isNoCode(open.error) ? <Notice tone="care" title={say('expired')} text={say('expiredText')} urgent /> : open.error === null ? null : <Trouble error={open.error} />}
      <CodeEntry texts={texts} onCode={(code) => open.mutate(code)} />
    </Strongly>
  );
}

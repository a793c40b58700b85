import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { answered, api, codeOf } from '../data/api.js';
import { useSession } from '../sign-in/use-session.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { StepUpButton, Trouble } from '../states/trouble.js';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';
import type { Asked } from './asked.js';
import { openWords } from './open-words.js';

const Scanner = lazy(() => import('../parts/scanner.js').then(({ Scanner }) => ({ default: Scanner })));

interface EnterCodeProps {
  readonly onOpen: (asked: Asked) => void;
}

/** Takes a code by camera or by hand, and opens it. Whoever signed in too weakly is told before, not after, they typed it. */
export function EnterCode({ onOpen }: EnterCodeProps) {
  const say = useWords(openWords);
  const shell = useWords(shellWords);
  const session = useSession();
  const [scanning, setScanning] = useState(false);
  const open = useMutation({ mutationFn: (code: string) => answered(api.POST('/v1/consent-codes/openings', { body: { code } })), onSuccess: onOpen });
  if (session.kind === 'in' && session.level === 'al1')
    return (
      <Notice title={shell('stepUpTitle')} text={shell('stepUpText')}>
        <StepUpButton level="al2" />
      </Notice>
    );
  const found = (code: string): void => {
    setScanning(false);
    open.mutate(code);
  };
  return (
    <>
      {open.isPending ? <Loading /> : null}
      {codeOf(open.error) === 'code-expired' ? <Notice tone="care" title={say('expired')} text={say('expiredText')} urgent /> : open.error === null ? null : <Trouble error={open.error} />}
      {scanning ? (
        <Suspense fallback={<Loading />}>
          <Scanner onFound={found} onStop={() => setScanning(false)} />
        </Suspense>
      ) : (
        <button className="main wide" onClick={() => setScanning(true)}>
          {say('scan')}
        </button>
      )}
      <TypedCode onCode={found} />
    </>
  );
}

function TypedCode({ onCode }: { readonly onCode: (code: string) => void }) {
  const say = useWords(openWords);
  const [text, setText] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  const [field, hint, fault] = [useId(), useId(), useId()];
  const code = text.replaceAll(/\s/g, '');
  const submit = (): void => {
    setIsEmpty(code === '');
    if (code === '') document.getElementById(field)?.focus();
    else onCode(code);
  };
  return (
    <form
      className="typed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={field}>{say('typed')}</label>
      <p className="hint" id={hint}>
        {say('typedHint')}
      </p>
      <input id={field} type="text" value={text} maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} aria-describedby={`${hint} ${fault}`} aria-invalid={isEmpty} onChange={({ target }) => setText(target.value)} />
      <p className="fault" id={fault} role="alert">
        {isEmpty ? say('typedEmpty') : null}
      </p>
      <button className="wide">{say('open')}</button>
    </form>
  );
}

import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { Loading } from '../states/loading.js';

const Scanner = lazy(() => import('./scanner.js').then(({ Scanner }) => ({ default: Scanner })));

interface CodeEntryProps {
  /** What the ways are called; `empty` is said where nothing was typed. */
  readonly texts: Readonly<Record<'scan' | 'typed' | 'hint' | 'empty' | 'act', string>>;
  readonly onCode: (code: string) => void;
  /** Whether the field waits for a reader that types: at a desk, not on a phone, whose keyboard would come up. */
  readonly ready?: boolean;
}

/** Takes a code by the camera, by hand, or by a reader that types. Blanks around it are nobody's. */
export function CodeEntry({ texts, onCode, ready = false }: CodeEntryProps) {
  const [scanning, setScanning] = useState(false);
  const found = (code: string): void => {
    setScanning(false);
    onCode(code.trim());
  };
  return (
    <>
      {scanning ? (
        <Suspense fallback={<Loading />}>
          <Scanner onFound={found} onStop={() => setScanning(false)} />
        </Suspense>
      ) : (
        <button className="main wide" onClick={() => setScanning(true)}>
          {texts.scan}
        </button>
      )}
      <Typed texts={texts} onCode={found} ready={ready} />
    </>
  );
}

function Typed({ texts, onCode, ready = false }: CodeEntryProps) {
  const [text, setText] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  const [field, hint, fault] = [useId(), useId(), useId()];
  useEffect(() => {
    if (ready && matchMedia('(pointer: fine)').matches) document.getElementById(field)?.focus();
  }, [ready, field]);
  const submit = (): void => {
    setIsEmpty(text.trim() === '');
    if (text.trim() === '') document.getElementById(field)?.focus();
    else onCode(text);
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
      <label htmlFor={field}>{texts.typed}</label>
      <p className="hint" id={hint}>
        {texts.hint}
      </p>
      <input id={field} type="text" value={text} maxLength={200} autoComplete="off" autoCapitalize="none" spellCheck={false} aria-describedby={`${hint} ${fault}`} aria-invalid={isEmpty} onChange={({ target }) => setText(target.value)} />
      <p className="fault" id={fault} role="alert">
        {isEmpty ? texts.empty : null}
      </p>
      <button className="wide">{texts.act}</button>
    </form>
  );
}

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Loading } from '../states/loading.js';
import { Field } from './field.js';
import { useForm } from './form.js';

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
  const form = useForm({ code: '' }, ({ code }) => (code.trim() === '' ? { code: texts.empty } : {}));
  const typed = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (ready && matchMedia('(pointer: fine)').matches) typed.current?.querySelector('input')?.focus();
  }, [ready]);
  return (
    <form
      className="typed"
      noValidate
      ref={typed}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(() => onCode(form.values.code));
      }}
    >
      <Field field={form.field('code')} label={texts.typed} hint={texts.hint} most={200} plain />
      <button className="wide">{texts.act}</button>
    </form>
  );
}

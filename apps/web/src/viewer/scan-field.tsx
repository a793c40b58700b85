import { useId, useRef } from 'react';
import { fingerprint } from '../data/fingerprint.js';
import { type FormField, useField } from '../parts/form.js';
import { useWords } from '../words/words.js';
import { guardWords } from './guard-words.js';

/** Takes a picture or a file of the paper, of which the fingerprint alone goes into the form. */
export function ScanField({ field }: { readonly field: FormField }) {
  const say = useWords(guardWords);
  const { value, fault, onChange, onBlur, name, ref } = useField(field);
  const [id, hint, wrong] = [useId(), useId(), useId()];
  const chosen = useRef<File>(undefined);
  const take = async (file: File | undefined): Promise<void> => {
    chosen.current = file;
    // Of another file than the one that is named now there is no fingerprint, nor of one that cannot be read.
    onChange('');
    const found = await file?.arrayBuffer().then(fingerprint).catch(() => '');
    if (found !== undefined && chosen.current === file) onChange(found);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{say('scan')}</label>
      <p className="hint" id={hint}>
        {say('scanHint')}
      </p>
      <input id={id} name={name} ref={ref} onBlur={onBlur} type="file" accept="image/*,application/pdf" aria-describedby={`${hint} ${wrong}`} aria-invalid={fault !== undefined} onChange={({ target }) => void take(target.files?.[0])} />
      <p className="fault" id={wrong} role="alert">
        {fault}
      </p>
      {value === '' ? null : (
        <p className="hint" role="status">
          {say('scanDone', { start: value.slice(0, 8) })}
        </p>
      )}
    </div>
  );
}

import { useId } from 'react';
import { fingerprint } from '../data/fingerprint.js';
import { type FormField, useField } from '../parts/form.js';
import { useWords } from '../words/words.js';
import { guardWords } from './guard-words.js';

/** Takes a picture or a file of the paper, of which the fingerprint alone goes into the form. */
export function ScanField({ field }: { readonly field: FormField }) {
  const say = useWords(guardWords);
  const { value, fault, onChange, onBlur, name, ref } = useField(field);
  const [id, hint, wrong] = [useId(), useId(), useId()];
  const take = (file: File | undefined): void => {
    if (file === undefined) onChange('');
    // A file that cannot be read is none.
    else file.arrayBuffer().then(fingerprint).then(onChange, () => onChange(''));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{say('scan')}</label>
      <p className="hint" id={hint}>
        {say('scanHint')}
      </p>
      <input id={id} name={name} ref={ref} onBlur={onBlur} type="file" accept="image/*,application/pdf" aria-describedby={`${hint} ${wrong}`} aria-invalid={fault !== undefined} onChange={({ target }) => take(target.files?.[0])} />
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

import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.js';
import { importWords } from './import-words.js';

interface DropZoneProps {
  /** Whether nothing was sent before it. */
  readonly isFirst: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes a file that is dropped here, or chosen by the button. */
export function DropZone({ isFirst, onFile }: DropZoneProps) {
  const say = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useNoOpening();
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={over ? 'drop over' : 'drop'} onDragEnter={() => setOver(true)} onDragOver={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p>{say('drop')}</p>
      <button className={isFirst ? 'main' : undefined} onClick={() => input.current?.click()}>
        {say(isFirst ? 'choose' : 'another')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ndjson,.jsonl,.csv,.gz"
        onChange={({ target }) => {
          take(target.files);
          // The same file may be chosen again, once it is mended.
          target.value = '';
        }}
      />
      <p className="hint">{say('dropHint')}</p>
    </div>
  );
}

/** A file that is dropped beside it would be opened by the browser in place of this page. */
function useNoOpening(): void {
  useEffect(() => {
    const keep = (event: Event): void => event.preventDefault();
    addEventListener('dragover', keep);
    addEventListener('drop', keep);
    return () => {
      removeEventListener('dragover', keep);
      removeEventListener('drop', keep);
    };
  }, []);
}

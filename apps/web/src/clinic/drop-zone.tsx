import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { DropZone as Zone, type DropZoneProps as ZoneProps } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useWords } from '../words/words.js';
import { importWords } from './import-words.js';

interface DropZoneProps {
  /** Whether nothing was sent before it. */
  readonly isFirst: boolean;
  readonly onFile: (file: File) => void;
}

type Dropped = Parameters<NonNullable<ZoneProps['onDrop']>>[0];

/** Takes a file that is dropped here, or chosen by the button. */
export function DropZone({ isFirst, onFile }: DropZoneProps) {
  const say = useWords(importWords);
  useNoOpening();
  const drop = async ({ items }: Dropped): Promise<void> => {
    const dropped = items.find((item) => item.kind === 'file');
    if (dropped?.kind === 'file') onFile(await dropped.getFile());
  };
  const choose = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <Zone className="drop" aria-label={say('paste')} onDrop={(event) => void drop(event)}>
      <p>{say('drop')}</p>
      <FileTrigger acceptedFileTypes={['.ndjson', '.jsonl', '.csv', '.gz']} onSelect={choose}>
        <Button className={isFirst ? 'main' : ''}>{say(isFirst ? 'choose' : 'another')}</Button>
      </FileTrigger>
      <p className="hint">{say('dropHint')}</p>
    </Zone>
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

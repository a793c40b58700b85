import { useEffect, useRef, useState } from 'react';
import { importFile, type Progress } from './import-file.js';

/** Where an import stands. */
export type Import =
  | { readonly at: 'none' }
  | { readonly at: 'running' | 'done' | 'stopped'; readonly file: File; readonly progress: Progress }
  | { readonly at: 'failed'; readonly file: File; readonly progress: Progress; readonly error: unknown };

const NOTHING: Progress = { read: 0, of: 0, recorded: 0, already: 0, rejected: [] };

/** Imports a file at a time; whoever leaves the page stops it. */
export function useImport() {
  const [state, setState] = useState<Import>({ at: 'none' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const begin = async (file: File): Promise<void> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    let progress = NOTHING;
    try {
      for await (progress of importFile(file, control.signal)) {
        if (control.signal.aborted) break;
        setState({ at: 'running', file, progress });
      }
      setState({ at: control.signal.aborted ? 'stopped' : 'done', file, progress });
    } catch (error) {
      setState(control.signal.aborted ? { at: 'stopped', file, progress } : { at: 'failed', file, progress, error });
    }
  };
  return { state, begin: (file: File) => void begin(file), stop: () => running.current?.abort(), reset: () => setState({ at: 'none' }) };
}

import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../parts/dialog.js';
import { Answered } from '../states/answered.js';
import { useWords } from '../words/words.js';
import { eventsAfter, type RawEvent } from './reads.js';
import { auditorWords } from './words.js';

/** One event as it is stored. */
export function Raw({ position, onClose }: { readonly position: string; readonly onClose: () => void }) {
  const say = useWords(auditorWords);
  const event = useQuery({ queryKey: ['event', position], queryFn: async ({ signal }) => (await eventsAfter(String(BigInt(position) - 1n), 1, signal)).find((one) => one.position === position) ?? null });
  return (
    <Dialog title={say('rawOf', { position })} onClose={onClose}>
      <Answered query={event}>{(found) => (found === null ? <p>{say('cannotRead')}</p> : <Stored event={found} />)}</Answered>
      <div className="actions">
        <button className="main" onClick={onClose}>
          {say('close')}
        </button>
      </div>
    </Dialog>
  );
}

/** Its JSON, to the last sealed byte; whoever wrote it, it is text and nothing else. */
export const Stored = ({ event }: { readonly event: RawEvent }) => (
  <pre className="raw">{JSON.stringify(event, null, 2)}</pre>
);

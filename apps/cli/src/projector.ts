import { describeError } from '../../api/src/edge/log.js';
import { openLog } from '../../api/src/open-log.js';
import { Projector, type ProjectorNotice } from '../../projector/src/projector.js';
import { readPlaces } from '../../../libs/configuration/index.js';
import { connectionsHere } from './instance/database.js';
import { untilTold } from './instance/until-told.js';

/** A projector in a process of its own, until it is told to end: holds no key, and stands by while another one, of an API process for instance, is active. Rejects at an event that it cannot project. */
export async function projector(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const places = readPlaces(environment);
  const connections = await connectionsHere(places, ['projector']);
  const ending = new AbortController();
  void untilTold().then(() => ending.abort());
  const store = await openLog({ kurrentdb: places.kurrentdb, connection: connections.projector });
  const worker = new Projector({ store, connection: connections.projector, notify: (notice) => say(inWords(notice)) });
  worker.start(ending.signal);
  try {
    await worker.stopped;
  } finally {
    await store.close();
  }
}

/** An error without its message: it may quote what it met. */
function inWords(notice: ProjectorNotice): string {
  switch (notice.kind) {
    case 'active':
      return `feeding the read models from position ${notice.position}`;
    case 'standby':
      return 'standing by: another projector is active';
    case 'interrupted':
      return `interrupted, trying again: ${JSON.stringify(describeError(notice.error))}`;
    case 'stopped':
      return 'stopped at an event that it cannot project';
  }
}

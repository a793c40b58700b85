import { runningHere } from '../instance/ports.js';
import { rebuildOn } from '../rebuild.js';
import type { Stage } from './scene.js';

/** The read models are built anew from the log, and are byte for byte what they were. */
export async function rebuilt({ server, story }: Stage): Promise<void> {
  story.scene('The read models, built anew');
  const { configuration, connections } = await runningHere({ ...process.env, XINMA_HOME: server.home, PORT: '' }, ['api', 'keys', 'owner']);
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const equal = await rebuildOn(configuration, connections, { write });
  for (const line of lines) story.tell('system', line);
  story.holds('every table has equal hashes', equal);
}

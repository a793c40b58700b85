import { KEYS_FILE } from './keys-file.js';
import { UNFINISHED } from './log-writer.js';
import { MANIFEST, PENDING } from './manifest.js';

/** How the instance was set up, and what the next backup will say of it. */
export const CONFIGURATION = 'configuration.json';
export const NEXT_CONFIGURATION = `${CONFIGURATION}.new`;

const OURS = new Set(['log', 'keys', CONFIGURATION, NEXT_CONFIGURATION, MANIFEST, PENDING, `${PENDING}${UNFINISHED}`]);
/** The hold on a folder, and what a run leaves that is killed while it takes it. */
const HOLD = /^run\.(?:\d+\.json|json(?:\.after-.+)?)$/;

/** Whether a folder of a backup may hold this: anything else in it is somebody's. */
export const isOurs = (name: string): boolean => OURS.has(name) || HOLD.test(name);

/** The same for a folder that is read: versions before could be told to put the keys there, too. */
export const mayBeRead = (name: string): boolean => isOurs(name) || name === KEYS_FILE;

/** Whether a file of the log is called so, finished or not. */
export const isLogFile = (name: string): boolean => /^\d{8}\.ndjson\.gz(?:\.part)?$/.test(name);

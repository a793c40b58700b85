export { BackupFolder } from './backup-folder.js';
export { renameDurably, textOf, writeDurably } from './durable.js';
export { type KeptKey, KEYS_FILE, KEYS_FORMAT, type KeysCount, type KeysHeader, readKeys, readKeysHeader, writeKeys } from './keys-file.js';
export { CHAIN_START, lineOf, link } from './log-line.js';
export { readLog } from './log-reader.js';
export { LogWriter } from './log-writer.js';
export { FORMAT, type Manifest } from './manifest.js';
export { BackupUnusable } from './problem.js';
export { stamp, unstamp } from './stamped.js';

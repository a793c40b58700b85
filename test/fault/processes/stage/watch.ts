import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Command } from '../../../kit/command.js';

/** What is left behind where this process is killed: a process, a server by its data, a volume, a folder. */
export type LeftBehind = { readonly process: number } | { readonly server: string } | { readonly volume: string } | { readonly folder: string };

let watcher: ChildProcess | undefined;

/** Has this removed once this process is gone, however it went: one of its own looks on, and hears of our end because nobody holds the other end of its pipe any more. */
export function removeAfterUs(left: LeftBehind): void {
  watcher ??= begin();
  watcher.stdin?.write(`${JSON.stringify(left)}\n`);
}

/** The same of a command's process. */
export function watch(command: Command): Command {
  const { pid } = command.child;
  if (pid !== undefined) removeAfterUs({ process: pid });
  return command;
}

function begin(): ChildProcess {
  // In a session of its own: what ends us by our terminal or our group does not end it.
  const child = spawn(process.execPath, [resolve('dist/test/fault/processes/stage/watcher.js')], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  child.unref();
  child.stdin?.on('error', () => undefined);
  if (child.stdin !== null && 'unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return child;
}

import type { ChildProcess } from 'node:child_process';

/** True once a process is gone, by itself or by a signal. */
export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Tells a process to end and waits until it has; after `patience` milliseconds it is no longer asked. */
export async function endProcess(child: ChildProcess, patience = 10_000): Promise<void> {
  if (hasEnded(child)) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const impatient = setTimeout(() => child.kill('SIGKILL'), patience);
  child.kill('SIGTERM');
  await exit;
  clearTimeout(impatient);
}

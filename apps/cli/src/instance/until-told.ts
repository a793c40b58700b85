/** Resolves when the process is told to end (Ctrl-C, SIGTERM, hang-up). Told again, it ends at once: the next start recovers what is left. */
export function untilTold(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  return new Promise((resolve) => {
    for (const signal of signals) {
      process.once(signal, () => {
        process.on(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}

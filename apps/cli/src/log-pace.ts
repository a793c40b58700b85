/** A line on how far something is on its way through the log, how fast since it began at `from`, and how long it will take. */
export function logPaceLine(from: bigint, milliseconds: number, { position, target }: { readonly position: bigint; readonly target: bigint }): string {
  const percent = target === 0n ? 100 : Number((position * 100n) / target);
  const rate = (Number(position - from) / Math.max(milliseconds, 1)) * 1_000;
  const left = rate === 0 ? '' : `  ${inSeconds(Number(target - position) / rate)} left`;
  return `${String(percent).padStart(3)} %  ${position} of ${target} events  ${Math.round(rate)}/s${left}`;
}

const inSeconds = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);

/** Tells the pace of one run through the log, at most ten times a second. */
export function logPace(show: (line: string) => void): (at: { readonly position: bigint; readonly target: bigint }) => void {
  let begun: { readonly at: number; readonly position: bigint } | undefined;
  let shown = -Infinity;
  return (progress) => {
    const now = performance.now();
    begun ??= { at: now, position: progress.position };
    if (now - shown < 100 && progress.position !== progress.target) return;
    shown = now;
    show(logPaceLine(begun.position, now - begun.at, progress));
  };
}

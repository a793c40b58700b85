// What the next run of a part may take over: mutants that were found.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Forgets the mutants that nobody noticed, so that they are asked again: of code that runs while a suite is loaded, Stryker does not know which suites are new to it. */
export function keepWhatWasFound(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const each of Object.values(report.files)) each.mutants = each.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  writeFileSync(file, JSON.stringify(report));
}

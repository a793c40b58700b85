// What came of the mutants, from the reports that Stryker wrote.
import { readFileSync } from 'node:fs';

const COUNTED = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

const mutantsOf = ({ name }) => {
  const { files } = JSON.parse(readFileSync(`mutation-results/${name}/report.json`, 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ ...mutant, file })));
};

const count = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;

const line = (what, mutants) => {
  const [found, all] = [count(mutants, 'Killed', 'Timeout'), count(mutants, ...COUNTED)];
  return `${what}: ${((100 * found) / all).toFixed(1)} %, ${found} of ${all} (${count(mutants, 'Survived')} survived, ${count(mutants, 'NoCoverage')} reached by no test, ${count(mutants, 'RuntimeError')} not counted: nothing loaded)`;
};

/** Prints every mutant that nobody noticed, then the score; fails the command below 90 %. */
export function printScores(parts) {
  const mutants = parts.flatMap(mutantsOf);
  if (parts.length === 1) {
    for (const { file, location, mutatorName, replacement, status } of mutants.filter((each) => ['Survived', 'NoCoverage'].includes(each.status))) {
      console.log(`${file}:${location.start.line}:${location.start.column} ${mutatorName} ${status === 'NoCoverage' ? '(no test) ' : ''}-> ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`);
    }
  }
  console.log(line(parts.map(({ name }) => name).join(' '), mutants));
  if (count(mutants, 'Killed', 'Timeout') < 0.9 * count(mutants, ...COUNTED)) process.exitCode = 1;
}

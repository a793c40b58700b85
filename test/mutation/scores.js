// What came of the mutants, from the reports that Stryker wrote.
import { readFileSync } from 'node:fs';

const COUNTED = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

const mutantsOf = ({ name }) => {
  const { files } = JSON.parse(readFileSync(`mutation-results/${name}/report.json`, 'utf8'));
  return Object.values(files).flatMap(({ mutants }) => mutants);
};

const count = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;

const line = (what, mutants) => {
  const [found, all] = [count(mutants, 'Killed', 'Timeout'), count(mutants, ...COUNTED)];
  return `${what}: ${((100 * found) / all).toFixed(1)} %, ${found} of ${all} (${count(mutants, 'Survived')} survived, ${count(mutants, 'NoCoverage')} reached by no test, ${count(mutants, 'RuntimeError')} not counted: nothing loaded)`;
};

/** Prints the score; fails the command below 90 %. */
export function printScores(parts) {
  const mutants = parts.flatMap(mutantsOf);
  console.log(line(parts.map(({ name }) => name).join(' '), mutants));
  if (count(mutants, 'Killed', 'Timeout') < 0.9 * count(mutants, ...COUNTED)) process.exitCode = 1;
}

// Prints `N passed, N failed, N skipped` from the runner's JSON report and exits non-zero where anything failed, nothing ran, or the command itself failed.
import { readFileSync } from 'node:fs';

const [, , file, commandStatus] = process.argv;

function read() {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    // A suite that could not even be loaded has no failed test to count.
    const broken = report.numRuntimeErrorTestSuites;
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const { passed, failed, skipped } = read();
const commandFailed = commandStatus !== '0' || passed === 0;
const counted = commandFailed && failed === 0 ? 1 : failed;
console.log(`${passed} passed, ${counted} failed, ${skipped} skipped`);
process.exitCode = counted === 0 ? 0 : 1;

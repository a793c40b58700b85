import { removeRun } from './runs.js';

/** Ends the run's server and removes its folder. */
export default async function teardown() {
  if (process.env.XINMA_TEST_RUN !== undefined) await removeRun(process.env.XINMA_TEST_RUN);
}

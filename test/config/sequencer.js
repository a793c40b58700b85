import { statSync } from 'node:fs';

/** Suites that start servers and browsers, longest first; what is in none of these folders takes a second or two. */
const LONG = ['test/fault/', 'test/scenario/revocation-race/', 'test/web/accessible', 'libs/embedded-postgres/', 'test/scenario/', 'test/web/', 'apps/cli/', 'test/contract/', 'test/attack/', 'test/permission/', 'libs/backup/'];

const rankOf = ({ path, context }) => {
  const rank = LONG.findIndex((folder) => path.slice(context.config.rootDir.length + 1).startsWith(folder));
  return rank === -1 ? LONG.length : rank;
};

/** The order of the suites on a machine that has never run them, as a fresh one: short ones last, so that no worker ends minutes before the others. */
export default class Sequencer {
  sort(tests) {
    const sized = [...tests].map((test) => ({ test, rank: rankOf(test), size: statSync(test.path).size }));
    return sized.toSorted((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

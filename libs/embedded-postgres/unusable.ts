/** The embedded server can't be used as things stand. What it says names files, and quotes nothing that is in them but the server's own log. */
export class ClusterUnusable extends Error {
  readonly says: string;
  readonly mend: string;

  // Written out: the end of a test run reads this file without compiling it.
  constructor(says: string, mend: string) {
    super(`${says}: ${mend}`);
    this.name = 'ClusterUnusable';
    this.says = says;
    this.mend = mend;
  }
}

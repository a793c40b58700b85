/** A backup that can't be used as it is; the message names the file and what is wrong with it. Nothing was written. */
export class BackupUnusable extends Error {
  constructor(
    readonly file: string,
    readonly what: string,
  ) {
    super(`${file}: ${what}`);
    this.name = 'BackupUnusable';
  }
}

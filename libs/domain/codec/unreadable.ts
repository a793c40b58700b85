/** A stored event that this version of the program cannot read: its stream is closed to decisions until it can. */
export class Unreadable extends Error {
  constructor(readonly type: string, readonly version: number, options?: ErrorOptions) {
    super(`cannot read ${type} version ${version}`, options);
    this.name = 'Unreadable';
  }
}

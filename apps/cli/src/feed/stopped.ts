/** Somebody told the import to stop: it, and whatever would come after it. */
export class Stopped extends Error {
  constructor() {
    super('it was told to stop');
    this.name = 'Stopped';
  }
}

/** What can be asked: a connection, or several of the same role. */
export interface Session {
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** One with each database, as a role that serves. */
export interface Sessions {
  readonly log: Session;
  readonly keys: Session;
  /** Begins what else can be asked by now, whatever it is told: for when the server takes connections. */
  readonly reach: () => void;
}

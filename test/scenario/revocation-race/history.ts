/** One operation as its client saw it, in milliseconds of one clock that only goes forward. */
export interface Operation {
  readonly kind: 'view' | 'revocation';
  readonly basis: string;
  readonly began: number;
  readonly ended: number;
  /** `shown`: data came; `acknowledged`: the revocation stands; `refused`: a decided no; `failed`: nobody knows. */
  readonly outcome: 'shown' | 'acknowledged' | 'refused' | 'failed';
}

/** Views that showed data although they began after a revocation of their basis had been acknowledged. There must be none. */
export function staleViews(history: readonly Operation[]): readonly Operation[] {
  const acknowledged = new Map<string, number>();
  for (const { kind, basis, ended, outcome } of history) {
    if (kind === 'revocation' && outcome === 'acknowledged') acknowledged.set(basis, Math.min(ended, acknowledged.get(basis) ?? Infinity));
  }
  return history.filter(({ kind, basis, began, outcome }) => kind === 'view' && outcome === 'shown' && began > (acknowledged.get(basis) ?? Infinity));
}

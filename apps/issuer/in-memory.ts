import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Sessions, codes and interactions for as long as this process lives; tokens are JWTs and stand nowhere. */
export class InMemory implements Adapter {
  private static readonly kept = new Map<string, { readonly payload: AdapterPayload; readonly until: number }>();
  /** More than any development has at once; the oldest goes first. */
  private static readonly most = 10_000;

  constructor(private readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const { kept, most } = InMemory;
    kept.delete(this.key(id));
    kept.set(this.key(id), { payload, until: Date.now() + expiresIn * 1_000 });
    for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = InMemory.kept.get(this.key(id));
    return found === undefined || found.until < Date.now() ? undefined : found.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.first((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const found = InMemory.kept.get(this.key(id));
    if (found !== undefined) found.payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    InMemory.kept.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    // Of this model alone: whoever changes to another account is still in the middle of a sign-in that names the old one's grant.
    for (const [key, { payload }] of InMemory.kept) if (key.startsWith(`${this.model}:`) && payload.grantId === grantId) InMemory.kept.delete(key);
  }

  private first(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, until }] of InMemory.kept) if (key.startsWith(`${this.model}:`) && until >= Date.now() && fits(payload)) return payload;
    return undefined;
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }
}

import type { AccountId } from '../../kernel/index.js';

/** Feeds that a process has open at once, in all and of one account: each holds some pages of rows for as long as its sender likes. */
export const MOST_FEEDS = { inAll: 32, ofOne: 16 } as const;

/** Counts the feeds that are open. */
export class OpenFeeds {
  private readonly open = new Map<AccountId, number>();
  private inAll = 0;

  /** True where there is room for one more of this account; it is open until it leaves. */
  enter(account: AccountId): boolean {
    const own = this.open.get(account) ?? 0;
    if (this.inAll >= MOST_FEEDS.inAll || own >= MOST_FEEDS.ofOne) return false;
    this.open.set(account, own + 1);
    this.inAll += 1;
    return true;
  }

  /** One that had entered is closed. */
  leave(account: AccountId): void {
    const left = (this.open.get(account) ?? 0) - 1;
    if (left > 0) this.open.set(account, left);
    else this.open.delete(account);
    this.inAll -= 1;
  }
}

import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { askIssuer } from './ask-issuer.js';

/** The issuer could not be asked: nothing is known about the token. */
export class IssuerUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the issuer is not available', options);
    this.name = 'IssuerUnavailable';
  }
}

/** The keys that tokens are checked with. */
export interface TokenKeys {
  /** Changes when the keys do; undefined while there are none that count. What an older version vouched for is asked again. */
  version(): number | undefined;
  /** The key that a token names. Rejects with `IssuerUnavailable` where nothing is known. */
  readonly find: JWTVerifyGetKey;
}

/** In milliseconds. */
export const KEYS = {
  /** From here on newer ones are asked for, beside the work. */
  refreshAfter: 600_000,
  /** With an issuer that does not answer, the last ones go on until here; then nothing passes. */
  goodFor: 3_600_000,
  /** Between two askings, whatever tokens name. */
  cooldown: 10_000,
  /** Likewise, where the last one failed. */
  retryAfter: 1_000,
} as const;

const BOUNDS = { timeout: 2_000, bytes: 262_144 };

interface Held {
  readonly find: ReturnType<typeof createLocalJWKSet>;
  readonly text: string;
  readonly version: number;
  readonly at: number;
}

/** An issuer's published keys (RFC 7517), fetched when they are first needed, when they get old, and when a token names one that is not among them. */
export class IssuerKeys implements TokenKeys {
  private held: Held | undefined;
  private asking: Promise<Held> | undefined;
  private last: { readonly at: number; readonly failure: unknown } | undefined;

  /** `elapsed`: milliseconds of a clock that never goes back. */
  constructor(
    private readonly uri: URL,
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  version(): number | undefined {
    const held = this.current();
    // Beside the work: the old ones are still good.
    if (held !== undefined && this.elapsed() - held.at > KEYS.refreshAfter) void this.ask().catch(() => undefined);
    return held?.version;
  }

  readonly find: JWTVerifyGetKey = async (header, token) => {
    const held = this.version() === undefined ? undefined : this.held;
    const keys = held ?? (await this.ask());
    try {
      return await keys.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || (held === undefined && this.held === keys)) throw error;
      return this.findInNewer(keys, [header, token], error);
    }
  };

  /** A key that was published since. Where it was just asked and answered, the token names none of its keys: anybody can write any name. */
  private async findInNewer(old: Held, asked: Parameters<JWTVerifyGetKey>, notFound: unknown): Promise<Awaited<ReturnType<JWTVerifyGetKey>>> {
    if (this.asking === undefined && this.isResting() && this.last?.failure === undefined) throw notFound;
    const newer = await this.ask();
    if (newer.version === old.version) throw notFound;
    return newer.find(...asked);
  }

  private current(): Held | undefined {
    return this.held !== undefined && this.elapsed() - this.held.at <= KEYS.goodFor ? this.held : undefined;
  }

  private isResting(): boolean {
    return this.last !== undefined && this.elapsed() - this.last.at < (this.last.failure === undefined ? KEYS.cooldown : KEYS.retryAfter);
  }

  /** One asking at a time, and not too often. */
  private async ask(): Promise<Held> {
    if (this.asking !== undefined) return this.asking;
    if (this.isResting()) {
      const held = this.current();
      if (held === undefined || this.last?.failure !== undefined) throw new IssuerUnavailable({ cause: this.last?.failure });
      return held;
    }
    this.asking = this.fetched();
    try {
      return await this.asking;
    } finally {
      this.asking = undefined;
    }
  }

  private async fetched(): Promise<Held> {
    try {
      const { status, text } = await askIssuer(this.uri, BOUNDS);
      if (status !== 200) throw new Error(`status ${status}`);
      // Throws where it is no key set: the ones before it stay.
      const find = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
      const { held } = this;
      const at = this.elapsed();
      this.held = held?.text === text ? { ...held, at } : { find, text, version: (held?.version ?? 0) + 1, at };
      this.last = { at, failure: undefined };
      return this.held;
    } catch (cause) {
      this.last = { at: this.elapsed(), failure: cause };
      throw new IssuerUnavailable({ cause });
    }
  }
}

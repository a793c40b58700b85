import type { Role } from '../domain/staff/events.js';
import { type AccountId, type CitizenId, EventId, type Instant, type InstitutionId, type InstitutionName, type StaffId } from '../kernel/index.js';
import type { BlindIndex } from '../vault/index.js';

/** Assurance of a sign-in: one factor; two factors or seen in person; two factors, one phishing-resistant. */
export const ASSURANCE = ['al1', 'al2', 'al3'] as const;
export type Assurance = (typeof ASSURANCE)[number];

/** An institution both ways: read models have what was recorded before institutions had ids by its name. */
export interface AtInstitution {
  readonly institution: InstitutionId;
  readonly institutionName: InstitutionName;
}

/** A duty in force when the request arrived. */
export interface Duty extends AtInstitution {
  readonly staff: StaffId;
  readonly role: Role;
}

/** Who asks. `duty` is there on staff routes only, `citizen` where the account is linked to one. */
export interface Actor {
  readonly account: AccountId;
  readonly assurance: Assurance;
  readonly citizen: CitizenId | undefined;
  readonly duty: Duty | undefined;
}

/** Judges again, now, whoever sent what goes on for long: rejects with what they are told where they would no longer be let in as who they were. */
export type Standing = () => Promise<void>;

/**
 * What a command carries besides its input. Ids, codes and event ids derive from (account, route, target, idempotency key), so a retry makes the same
 * ones and two accounts never collide (domain rules, section 7).
 */
export class CommandRequest {
  constructor(
    readonly actor: Actor,
    /** When the request arrived. */
    readonly receivedAt: Instant,
    private readonly index: BlindIndex,
    /** (account, route, target, key). */
    private readonly seed: readonly string[],
    /** Keyed hashes of the request and its canonical body, base64url: the one that it leaves in the log, and those that earlier versions left in its place. */
    private readonly fingerprints: readonly [string, ...string[]],
  ) {}

  /** What the request leaves beside its event: the same key with another body is refused. */
  get fingerprint(): string {
    return this.fingerprints[0];
  }

  /** Whether it was this request that left `fingerprint`, by whichever version it was carried out. */
  left(fingerprint: string | undefined): boolean {
    return fingerprint !== undefined && this.fingerprints.includes(fingerprint);
  }

  /** 32 hex digits for a new thing of this kind. */
  newId(kind: string): string {
    return this.index.name('derived-id', kind, ...this.seed);
  }

  /** 128 secret bits for a new code of this kind. */
  newSecret(kind: string): Buffer {
    return this.index.mac('derived-secret', [kind, ...this.seed]).subarray(0, 16);
  }

  /** The id of the `ordinal`-th event that this command appends to `stream`. */
  eventId(stream: string, ordinal: number): EventId {
    return EventId(this.index.uuid('event-id', stream, String(ordinal), ...this.seed));
  }
}

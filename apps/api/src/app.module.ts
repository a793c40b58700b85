import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { ConsentCodes } from '../../../libs/application/consent/consent-codes.js';
import { Cursors } from '../../../libs/application/cursor.js';
import { Freshness } from '../../../libs/application/freshness.js';
import { Institutions } from '../../../libs/application/institutions/index.js';
import { Ledger } from '../../../libs/application/ledger/index.js';
import { LogEnd } from '../../../libs/application/log-end.js';
import { Names } from '../../../libs/application/names.js';
import { People } from '../../../libs/application/people/index.js';
import { Clock, IdentitySource, NoDigests, PageDigests, ReadModels, SystemClock } from '../../../libs/application/ports/index.js';
import { Ties } from '../../../libs/application/staff/ties.js';
import type { KurrentConfiguration } from '../../../libs/configuration/index.js';
import type { Connections, Sessions } from '../../../libs/embedded-postgres/index.js';
import { EventStore } from '../../../libs/event-store/index.js';
import { PositionHint, PostgresPageDigests, PostgresReadModels } from '../../../libs/read-models/index.js';
import { PostgresVault } from '../../../libs/vault-postgres/index.js';
import { BlindIndex, Vault } from '../../../libs/vault/index.js';
import { Bus } from './edge/bus.js';
import { Callers } from './edge/callers.js';
import { Gate } from './edge/gate.js';
import type { OidcOptions } from './edge/oidc/oidc-options.js';
import { TokenVerifier } from './edge/oidc/token-verifier.js';
import { UserinfoIdentitySource } from './edge/oidc/userinfo-identity-source.js';
import { ServedRoutes } from './edge/served-routes.js';
import { SignInPlace } from './edge/web/sign-in-place.js';
import { openLog } from './open-log.js';
import { demandOwnReadModels } from './own-read-models.js';
import { controllersOf, ROOMS, type Rooms } from './rooms.js';

/** What stands behind each port. */
export interface Adapters {
  readonly clock: Clock;
  readonly index: BlindIndex;
  readonly store: EventStore;
  readonly vault: Vault;
  readonly readModels: ReadModels;
  readonly digests: PageDigests;
  readonly identitySource: IdentitySource;
  readonly verifier: TokenVerifier;
  readonly signIn: SignInPlace;
}

/** Adapters that run, with what lets go of them. */
export interface Connected {
  readonly adapters: Adapters;
  /** Shared by the projector and the readers of this process. */
  readonly hint: PositionHint;
  /** What the adapters ask through: for who looks at the databases before they are used. */
  readonly sessions: Pick<Sessions, 'log' | 'keys'>;
  /** Rejects where the vault was sealed under another master key, and where log or read models do not answer: before it resolved, nothing is served. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What adapters are made of. */
export interface Connecting {
  readonly connections: Pick<Connections, 'api' | 'keys'>;
  /** Where the log is, if it is not in the database. */
  readonly kurrentdb?: KurrentConfiguration | undefined;
  readonly masterKey: Uint8Array;
  readonly oidc: OidcOptions;
  readonly clock: Clock;
}

/** Opens the adapters that a running instance has. Rejects where the vault was sealed under another master key. */
export async function connect(connecting: Connecting): Promise<Connected> {
  const connected = await adapt(connecting);
  try {
    await connected.check();
    return connected;
  } catch (error) {
    await connected.close();
    throw error;
  }
}

/** The adapters that a running instance has. None of them asks the database of itself: it may still be starting. */
export async function adapt({ connections, kurrentdb, masterKey, oidc, clock }: Connecting): Promise<Connected> {
  const vault = PostgresVault.unchecked(connections.keys, masterKey);
  const index = new BlindIndex(masterKey);
  const store = await openLog({ kurrentdb, connection: connections.api });
  const pool = new Pool({ ...connections.api, max: 4, application_name: 'xinma reader', connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  const hint = new PositionHint();
  const readModels = new PostgresReadModels(pool, hint);
  const digests = store.isGapless() ? new PostgresPageDigests(pool, index) : new NoDigests();
  // Tokens are good by the machine's clock, also where tests steer the one that windows are judged by.
  const verifier = new TokenVerifier(oidc, new Names(index), new SystemClock());
  const identitySource = new UserinfoIdentitySource(oidc.userinfoUri);
  const check = async (): Promise<void> => {
    await Promise.all([vault.check(), demandOwnReadModels(store, readModels)]);
  };
  const close = async (): Promise<void> => {
    await Promise.all([store.close(), pool.end(), vault.close()]);
  };
  return { adapters: { clock, index, store, vault, readModels, digests, identitySource, verifier, signIn: new SignInPlace(oidc) }, hint, sessions: { log: pool, keys: vault.sessions }, check, close };
}

/** The one place where ports meet adapters. */
@Module({})
export class AppModule {
  static with(adapters: Adapters, rooms: Rooms = ROOMS): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [...controllersOf(rooms)],
      providers: [...ports(adapters), ...derived(adapters), People, Cursors, Freshness, Ties, Institutions, Bus, Callers, Gate, ServedRoutes, ...rooms.handlers],
    };
  }
}

const ports = (adapters: Adapters): readonly Provider[] => [
  { provide: Clock, useValue: adapters.clock },
  { provide: BlindIndex, useValue: adapters.index },
  { provide: EventStore, useValue: adapters.store },
  { provide: Vault, useValue: adapters.vault },
  { provide: ReadModels, useValue: adapters.readModels },
  { provide: PageDigests, useValue: adapters.digests },
  { provide: IdentitySource, useValue: adapters.identitySource },
  { provide: TokenVerifier, useValue: adapters.verifier },
  { provide: SignInPlace, useValue: adapters.signIn },
];

function derived({ store, vault, index, clock }: Adapters): readonly Provider[] {
  const names = new Names(index);
  const ledger = new Ledger(store, vault, names);
  return [
    { provide: Ledger, useValue: ledger },
    { provide: LogEnd, useValue: new LogEnd(() => ledger.head(), clock) },
    { provide: Names, useValue: names },
    { provide: ConsentCodes, useValue: new ConsentCodes(index) },
  ];
}

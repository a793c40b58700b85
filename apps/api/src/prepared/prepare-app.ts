import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, type IdentitySource, type PageDigests, type ReadModels, SystemClock } from '../../../../libs/application/ports/index.js';
import type { EventStore } from '../../../../libs/event-store/index.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import { PostgresPageDigests, PostgresReadModels } from '../../../../libs/read-models/index.js';
import { PostgresVault } from '../../../../libs/vault-postgres/index.js';
import { BlindIndex, type Vault } from '../../../../libs/vault/index.js';
import type { Adapters } from '../app.module.js';
import { createApp } from '../app.js';
import type { Log } from '../edge/log.js';
import { TokenVerifier } from '../edge/oidc/token-verifier.js';
import { UserinfoIdentitySource } from '../edge/oidc/userinfo-identity-source.js';
import { SignInPlace } from '../edge/web/sign-in-place.js';
import { type StandIn, standIn } from './stand-in.js';

/** Makes the application that works with these. */
export type MakeApp = (adapters: Adapters, log: Log) => Promise<NestFastifyApplication>;

/**
 * Makes an application before it is known where its data is and which keys are its: its routes are declared and their schemas compiled. What it answers is the
 * application, once, with what it works with; asked again, a new one.
 */
export async function prepareApp(): Promise<MakeApp> {
  const { adapters, log, become } = standIns();
  let prepared: NestFastifyApplication | undefined = await createApp(adapters, log);
  await prepared.getHttpAdapter().getInstance().ready();
  await prepared.getHttpAdapter().getInstance().compileAll();
  return async (real, to) => {
    const app = prepared;
    if (app === undefined) return createApp(real, to);
    prepared = undefined;
    become(real, to);
    return app;
  };
}

/** Only for its methods' names. */
class Lines implements Log {
  info(): void {}
  warn(): void {}
  error(): void {}
}

interface StandIns {
  readonly adapters: Adapters;
  readonly log: Log;
  readonly become: (real: Adapters, to: Log) => void;
}

function standIns(): StandIns {
  const [clock, index, log] = [standIn<Clock>(SystemClock), standIn(BlindIndex), standIn<Log>(Lines)];
  const [store, vault] = [standIn<EventStore>(PostgresEventStore), standIn<Vault>(PostgresVault)];
  const [readModels, digests] = [standIn<ReadModels>(PostgresReadModels), standIn<PageDigests>(PostgresPageDigests)];
  const [identitySource, verifier] = [standIn<IdentitySource>(UserinfoIdentitySource), standIn(TokenVerifier)];
  const signIn = standIn(SignInPlace);
  const named = { clock, index, store, vault, readModels, digests, identitySource, verifier, signIn };
  return {
    adapters: ports(named),
    log: log.port,
    become(real, to) {
      for (const [name, each] of Object.entries(named)) each.become(Reflect.get(real, name));
      log.become(to);
    },
  };
}

const ports = (of: { readonly [Name in keyof Adapters]: StandIn<Adapters[Name]> }): Adapters => ({
  clock: of.clock.port,
  index: of.index.port,
  store: of.store.port,
  vault: of.vault.port,
  readModels: of.readModels.port,
  digests: of.digests.port,
  identitySource: of.identitySource.port,
  verifier: of.verifier.port,
  signIn: of.signIn.port,
});

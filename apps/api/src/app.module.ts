import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ConsentCodes } from '../../../libs/application/consent/consent-codes.js';
import { Ledger } from '../../../libs/application/ledger/index.js';
import { Names } from '../../../libs/application/names.js';
import { Clock, IdentitySource, ReadModels } from '../../../libs/application/ports/index.js';
import { EventStore } from '../../../libs/event-store/index.js';
import { BlindIndex, Vault } from '../../../libs/vault/index.js';
import { Bus } from './edge/bus.js';
import { Callers } from './edge/callers.js';
import { Gate } from './edge/gate.js';
import { TokenVerifier } from './edge/oidc/token-verifier.js';
import { ServedRoutes } from './edge/served-routes.js';
import { SystemController } from './edge/system.controller.js';
import { ROOMS, type Rooms } from './rooms.js';

/** What stands behind each port. */
export interface Adapters {
  readonly clock: Clock;
  readonly index: BlindIndex;
  readonly store: EventStore;
  readonly vault: Vault;
  readonly readModels: ReadModels;
  readonly identitySource: IdentitySource;
  readonly verifier: TokenVerifier;
}

/** The one place where ports meet adapters. */
@Module({})
export class AppModule {
  static with(adapters: Adapters, rooms: Rooms = ROOMS): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [SystemController, ...rooms.controllers],
      providers: [...ports(adapters), ...derived(adapters), Bus, Callers, Gate, ServedRoutes, ...rooms.handlers],
    };
  }
}

const ports = (adapters: Adapters): readonly Provider[] => [
  { provide: Clock, useValue: adapters.clock },
  { provide: BlindIndex, useValue: adapters.index },
  { provide: EventStore, useValue: adapters.store },
  { provide: Vault, useValue: adapters.vault },
  { provide: ReadModels, useValue: adapters.readModels },
  { provide: IdentitySource, useValue: adapters.identitySource },
  { provide: TokenVerifier, useValue: adapters.verifier },
];

const derived = ({ store, vault, index }: Adapters): readonly Provider[] => [
  { provide: Ledger, useValue: new Ledger(store, vault) },
  { provide: Names, useValue: new Names(index) },
  { provide: ConsentCodes, useValue: new ConsentCodes(index) },
];

import { Header } from '@nestjs/common';
import { IsArray, IsIn, IsObject, IsString } from 'class-validator';
import { ReadModels } from '../../../../libs/application/ports/index.js';
import { EventStore } from '../../../../libs/event-store/index.js';
import { Vault } from '../../../../libs/vault/index.js';
import { anyone } from './permission.js';
import { Room, Route } from './route.js';
import { ServedRoutes } from './served-routes.js';

/** Alive, or able to decide. */
export class StateAnswer {
  static readonly example = { state: 'ok' } satisfies StateAnswer;
  @IsIn(['ok'])
  readonly state!: string;
}

/** OpenAPI 3.1. */
export class OpenApiAnswer {
  static readonly example = { openapi: '3.1.0', info: { title: 'Xinma', version: '0.1.0' }, servers: [{ url: '/' }], tags: [], paths: {}, components: {} } satisfies OpenApiAnswer;
  @IsString()
  readonly openapi!: string;
  @IsObject()
  readonly info!: object;
  @IsArray()
  @IsObject({ each: true })
  readonly servers!: readonly object[];
  @IsArray()
  @IsObject({ each: true })
  readonly tags!: readonly object[];
  @IsObject()
  readonly paths!: object;
  @IsObject()
  readonly components!: object;
}

/** What anyone may ask the server about itself. */
@Room('system')
export class SystemController {
  constructor(
    private readonly store: EventStore,
    private readonly vault: Vault,
    private readonly readModels: ReadModels,
    private readonly routes: ServedRoutes,
  ) {}

  @Route({ method: 'GET', path: '/health', urgency: 'probe', allow: anyone, answers: { 200: StateAnswer }, refusals: [], summary: 'The process is alive.' })
  health(): StateAnswer {
    return { state: 'ok' };
  }

  @Route({ method: 'GET', path: '/ready', urgency: 'probe', allow: anyone, answers: { 200: StateAnswer }, refusals: ['busy'], summary: 'The store, the vault and the read models answer.' })
  async ready(): Promise<StateAnswer> {
    await Promise.all([this.store.head(), this.vault.opener([READINESS]), this.readModels.position()]);
    return { state: 'ok' };
  }

  @Route({ method: 'GET', path: '/openapi.json', urgency: 'ordinary', allow: anyone, answers: { 200: OpenApiAnswer }, refusals: [], summary: 'This document.' })
  @Header('content-type', 'application/json')
  document(): string {
    return this.routes.openApi();
  }
}

/** A key that does not exist: asking for it shows that the vault answers. */
const READINESS = { owner: '0'.repeat(32), class: 'person' } as const;

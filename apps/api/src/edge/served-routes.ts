import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { openApi, type PlacedRoute } from './openapi.js';
import { roomOf, routeOf } from './route.js';

/** Every declared route of every room, as the framework found them. */
@Injectable()
export class ServedRoutes {
  private document: string | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** The routes, in no particular order. */
  all(): readonly PlacedRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      const tag = metatype === null ? undefined : roomOf(metatype);
      if (metatype === null || tag === undefined) return [];
      const prototype = metatype.prototype as object;
      const routes = this.scanner.getAllMethodNames(prototype).map((name) => routeOf(Reflect.get(prototype, name) as object));
      return routes.filter((route) => route !== undefined).map((route) => ({ tag, route }));
    });
  }

  /** OpenAPI, as JSON text. */
  openApi(): string {
    this.document ??= JSON.stringify(openApi(this.all()));
    return this.document;
  }
}

import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { openApi, type PlacedRoute } from './openapi.js';
import { roomOf, routeOf } from './route.js';

/** The routes that these controllers declare, with the rooms they are in, in no particular order. */
export function routesOf(controllers: readonly Type[]): readonly PlacedRoute[] {
  const scanner = new MetadataScanner();
  return controllers.flatMap((controller) => {
    const tag = roomOf(controller);
    if (tag === undefined) return [];
    const prototype = controller.prototype as object;
    const routes = scanner.getAllMethodNames(prototype).map((name) => routeOf(Reflect.get(prototype, name) as object));
    return routes.filter((route) => route !== undefined).map((route) => ({ tag, route }));
  });
}

/** Every declared route of every room, as the framework found them. */
@Injectable()
export class ServedRoutes {
  private document: string | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  /** OpenAPI, as JSON text. */
  openApi(): string {
    const controllers = this.discovery.getControllers().flatMap(({ metatype }) => (metatype === null ? [] : [metatype as Type]));
    this.document ??= JSON.stringify(openApi(routesOf(controllers)));
    return this.document;
  }
}

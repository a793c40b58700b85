import type { Provider, Type } from '@nestjs/common';

/** What the API serves besides the edge's own routes: controllers, and the handlers of the use cases they call. */
export interface Rooms {
  readonly controllers: readonly Type[];
  readonly handlers: readonly Provider[];
}

/** Every room and every slice. */
export const ROOMS: Rooms = { controllers: [], handlers: [] };

import { openApi } from './edge/openapi.js';
import { routesOf } from './edge/served-routes.js';
import { controllersOf, ROOMS } from './rooms.js';

/** What `/openapi.json` says, without starting anything: JSON text, indented, with a line feed at its end. */
export const description = (): string => `${JSON.stringify(openApi(routesOf(controllersOf(ROOMS))), undefined, 2)}\n`;

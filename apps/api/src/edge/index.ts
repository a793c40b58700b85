export { account, anyone, auditor, citizen, clinic, type Permission, registrar } from './permission.js';
export { AtLeast } from './at-least.js';
export { Bus } from './bus.js';
export { eachAlone, type Line, MAX_LINE_BYTES, ndjson } from './lines.js';
export { AccessToken, Asked, Asker, Lines, Me, OnDuty, Path } from './params.js';
export { Problem } from './problem.js';
export { Room, Route, type RouteKind, type RouteOptions } from './route.js';
export { IsCalendarDate, IsInstant, OrNull } from './validators.js';

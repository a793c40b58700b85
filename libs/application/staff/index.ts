import { AppointHandler } from './appoint.js';
import { MyDutiesHandler } from './my-duties.js';
import { AppointOnServerHandler, EndAppointmentOnServerHandler } from './on-server.js';

export * from './appoint.js';
export * from './my-duties.js';
export * from './on-server.js';
export * from './staff-aggregate.js';

/** What the application module provides for staff. */
export const staffHandlers = [AppointHandler, AppointOnServerHandler, EndAppointmentOnServerHandler, MyDutiesHandler];

import { AppointHandler } from './appoint.js';
import { MyDutiesHandler } from './my-duties.js';
import { AppointOnServerHandler, EndAppointmentOnServerHandler } from './on-server.js';
import { StaffDesk } from './staff-desk.js';

export * from './appoint.js';
export * from './my-duties.js';
export * from './on-server.js';
export * from './staff-aggregate.js';
export * from './staff-desk.js';

/** What the application module provides for staff. */
export const staffHandlers = [StaffDesk, AppointHandler, AppointOnServerHandler, EndAppointmentOnServerHandler, MyDutiesHandler];

import type { StaffEvent } from './events.js';
import type { Staff } from './staff.js';

/** Folds a member of staff's history; accepts it as it is. */
export function evolve({ appointments }: Staff, { type, data }: StaffEvent): Staff {
  switch (type) {
    case 'StaffAppointed': {
      const { ordinal, role, institution, from, until, by } = data;
      return { appointments: [...appointments, { ordinal, role, institution, from, until, by, endedAt: null }] };
    }
    case 'AppointmentEnded':
      return { appointments: appointments.map((each) => (each.ordinal === data.ordinal ? { ...each, endedAt: data.at } : each)) };
  }
}

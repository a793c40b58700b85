import { AuditController } from './audit.controller.js';

/** The auditor's controllers. */
export const auditorControllers = [AuditController];

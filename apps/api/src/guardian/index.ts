import { GuardianshipsController } from './guardianships.controller.js';

/** The guardian's controllers. */
export const guardianControllers = [GuardianshipsController];

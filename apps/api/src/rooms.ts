import type { Provider, Type } from '@nestjs/common';
import { accessHandlers } from '../../../libs/application/access/index.js';
import { auditHandlers } from '../../../libs/application/audit/index.js';
import { consentHandlers } from '../../../libs/application/consent/index.js';
import { guardianshipHandlers } from '../../../libs/application/guardianship/index.js';
import { peopleHandlers } from '../../../libs/application/people/index.js';
import { samplesHandlers } from '../../../libs/application/samples/index.js';
import { staffHandlers } from '../../../libs/application/staff/index.js';
import { auditorControllers } from './auditor/index.js';
import { citizenControllers } from './citizen/index.js';
import { clinicControllers } from './clinic/index.js';
import { guardianControllers } from './guardian/index.js';
import { DocsController } from './edge/docs/docs.controller.js';
import { WebController } from './edge/web/web.controller.js';
import { SystemController } from './edge/system.controller.js';
import { registrarControllers } from './registrar/index.js';

/** What the API serves besides the edge's own routes: controllers, and the handlers of the use cases they call. */
export interface Rooms {
  readonly controllers: readonly Type[];
  readonly handlers: readonly Provider[];
}

/** Every room and every slice. */
export const ROOMS: Rooms = {
  controllers: [...citizenControllers, ...guardianControllers, ...clinicControllers, ...registrarControllers, ...auditorControllers],
  handlers: [...peopleHandlers, ...staffHandlers, ...consentHandlers, ...accessHandlers, ...guardianshipHandlers, ...samplesHandlers, ...auditHandlers],
};

/** The controllers of an API with these rooms: the edge's own, too. */
export const controllersOf = ({ controllers }: Rooms): readonly Type[] => [SystemController, DocsController, WebController, ...controllers];

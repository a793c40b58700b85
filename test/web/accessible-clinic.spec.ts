import { judgeStates } from './kit/judge-states.js';
import { CLINIC } from './kit/states/clinic.js';

judgeStates(CLINIC);

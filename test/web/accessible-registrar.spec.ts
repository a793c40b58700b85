import { judgeStates } from './kit/judge-states.js';
import { REGISTRAR } from './kit/states/registrar.js';

judgeStates(REGISTRAR);

import { judgeStates } from './kit/judge-states.js';
import { CITIZEN } from './kit/states/citizen.js';

judgeStates(CITIZEN);

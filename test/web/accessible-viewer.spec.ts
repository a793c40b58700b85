import { judgeStates } from './kit/judge-states.js';
import { VIEWER } from './kit/states/viewer.js';

judgeStates(VIEWER);

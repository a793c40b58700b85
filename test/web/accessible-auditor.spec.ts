import { judgeStates } from './kit/judge-states.js';
import { AUDITOR } from './kit/states/auditor.js';

judgeStates(AUDITOR);

import { ReadEventsHandler } from './read-events.js';
import { QuestionRecorder } from './record-question.js';
import { ReplayBasisHandler } from './replay-basis.js';
import { ReplaySubjectHandler } from './replay-subject.js';

export { ReadEvents } from './read-events.js';
export { endOf, PAGE_SIZE } from './digest.js';
export { makeDigest } from './digests.js';
export { keepDigests } from './keep-digests.js';
export { endOfPrefix, type ReplayProgress, type ReplaySource } from './prefix.js';
export { type AccessReport, replayAccess } from './replay.js';
export { parsePoint } from './replay-point.js';
export { ReplayBasis } from './replay-basis.js';
export { ReplaySubject } from './replay-subject.js';

/** What answers an auditor. */
export const auditHandlers = [QuestionRecorder, ReadEventsHandler, ReplayBasisHandler, ReplaySubjectHandler];

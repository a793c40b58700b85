import { words } from '../words/words.js';

/** What is said at the door of a room of staff. */
export const dutyWords = words('duty', {
  zh: {
    notYours: '这里不是给您用的',
    notYoursText: '只有受委派的工作人员才能在这里办事。如果您刚刚受委派，请重新登录；不然，请找登记处。',
    toStart: '回到首页',
  },
  en: {
    notYours: 'This room is for others',
    notYoursText: 'Only staff who are appointed to it work here. If you have just been appointed, sign in again; if not, ask a registry office.',
    toStart: 'Go to the start',
  },
});

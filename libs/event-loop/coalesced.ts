import { turns } from './turns.js';

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** How many questions of one kind are on their way at once: what comes meanwhile shares the next. */
const UNDER_WAY = 2;

/**
 * Collects the questions of one event-loop tick, and those that come while others are under way, and asks them together: always in one that is sent
 * after the last of them arrived. No timer: where nothing is under way, nobody waits. `ask` answers in their order.
 */
export function coalesced<Question, Answer>(ask: (questions: readonly Question[]) => Promise<readonly Answer[]>): (question: Question) => Promise<Answer> {
  let queue: Waiting<Question, Answer>[] = [];
  let underWay = 0;
  let scheduled = false;
  const schedule = (): void => {
    if (scheduled || queue.length === 0 || underWay === UNDER_WAY) return;
    scheduled = true;
    turns.afterAll(() => void flush());
  };
  const flush = async (): Promise<void> => {
    const asked = queue;
    [queue, scheduled] = [[], false];
    underWay += 1;
    try {
      const answers = await ask(asked.map(({ question }) => question));
      if (answers.length !== asked.length) throw new Error('not as many answers as questions');
      answers.forEach((answer, index) => asked[index]?.resolve(answer));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      underWay -= 1;
      schedule();
    }
  };
  return async (question) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    queue.push({ question, resolve, reject });
    schedule();
    turns.hurry();
    const answer = await promise;
    await turns.mine();
    return answer;
  };
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Collects the questions of one event-loop tick and asks them together, after the last of them arrived. `ask` answers in their order. */
export function coalesced<Question, Answer>(ask: (questions: readonly Question[]) => Promise<readonly Answer[]>): (question: Question) => Promise<Answer> {
  let queue: Waiting<Question, Answer>[] = [];
  const flush = async (): Promise<void> => {
    const asked = queue;
    queue = [];
    try {
      const answers = await ask(asked.map(({ question }) => question));
      if (answers.length !== asked.length) throw new Error('not as many answers as questions');
      answers.forEach((answer, index) => asked[index]?.resolve(answer));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  };
  return (question) =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) setImmediate(() => void flush());
      queue.push({ question, resolve, reject });
    });
}

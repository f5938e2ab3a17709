import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneInFlight } from './one-in-flight.js';

describe('one query in flight', () => {
  it('is never two, and the last answer belongs to the last query, in whatever order answers arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 12 }), async (scheduler, questions) => {
        let inFlight = 0;
        let most = 0;
        const answers: { answer: number; isLast: boolean }[] = [];
        const asking = oneInFlight<number, number>(
          async (question) => {
            most = Math.max(most, (inFlight += 1));
            await scheduler.schedule(Promise.resolve(), `answer ${question}`);
            inFlight -= 1;
            return question;
          },
          (answer, isLast) => answers.push({ answer, isLast }),
        );
        const typed = Array.from({ length: questions }, (_, n) =>
          scheduler.schedule(Promise.resolve(), `type ${n}`).then(() => {
            lastAsked = n;
            asking.ask(n);
          }),
        );
        let lastAsked = -1;
        await scheduler.waitFor(Promise.all(typed));
        await scheduler.waitIdle();
        expect(most).toBe(1);
        expect(answers.at(-1)).toEqual({ answer: lastAsked, isLast: true });
      }),
    );
  });

  it('drops answers after it was stopped', async () => {
    const answers: string[] = [];
    const asking = oneInFlight<string, string>(
      (question) => Promise.resolve(question),
      (answer) => answers.push(answer),
    );
    asking.ask('before');
    asking.stop();
    await Promise.resolve();
    asking.ask('after');
    await new Promise((resolve) => setImmediate(resolve));
    expect(answers).toEqual([]);
  });
});

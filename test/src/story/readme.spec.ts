import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { inRepository } from '../harness/repository.js';
import { sharedSystem } from '../harness/shared-system.js';

const patienceMilliseconds = 30_000;

it(
  'the request in README.md has the answer that README.md shows',
  async () => {
    const readme = await readFile(inRepository('README.md'), 'utf8');
    const block = (language: string) => new RegExp('```' + language + '\\n(.*?)```', 's').exec(readme)![1]!;
    const shown = JSON.parse(block('json')) as object;
    const ask = () => sharedSystem().query<object>(block('graphql'), {}, 'HOTLINE');
    // Other specs take beds for a moment and give them back.
    const until = Date.now() + patienceMilliseconds;
    while (JSON.stringify(await ask()) !== JSON.stringify(shown) && Date.now() < until) await sleep(200);
    expect(await ask()).toEqual(shown);
  },
  2 * patienceMilliseconds,
);

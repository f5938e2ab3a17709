import { describe, expect, it } from '@jest/globals';
import { explainFailure } from './explain-failure.js';
import { StartProblem } from './start-problem.js';

describe('why Haven could not start', () => {
  it('is one line if somebody can do something about it', () => {
    expect(explainFailure(new StartProblem('Stop the other one.'))).toBe('Stop the other one.');
    expect(explainFailure({ code: 'EADDRINUSE', port: 4000 })).toContain('PORT=4001');
  });

  it('is explained in full if it is unexpected, even if no Error was thrown', () => {
    expect(explainFailure(new Error('broken'))).toContain('broken');
    // The embedded database throws such objects.
    expect(explainFailure({ name: 'ErrnoError', errno: 44 })).toContain('errno: 44');
  });
});

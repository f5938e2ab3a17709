import { describe, expect, it } from '@jest/globals';
import { isDisabled } from './quiet-libraries.js';

describe('isDisabled', () => {
  it('is true for the types of warnings that the flags of Node name', () => {
    const flags = ['--disable-warning=DeprecationWarning', '--max-semi-space-size=16'];
    expect(isDisabled('DeprecationWarning', flags)).toBe(true);
    expect(isDisabled('MaxListenersExceededWarning', flags)).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedName, readName } from './sign-in-name.js';

describe('a sign-in name', () => {
  it('is the same in any capitalization and with any space around it', () => {
    const names = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{1,20}[a-z0-9]$/);
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.boolean()), (name, capital) => {
        const typed = [...name].map((letter) => (capital.next().value ? letter.toUpperCase() : letter)).join('');
        expect(foldedName(` ${typed} `)).toBe(name);
        expect(foldedName(foldedName(typed))).toBe(foldedName(typed));
      }),
    );
  });

  it('treats full-width letters like ordinary ones', () => {
    expect(readName('Ａna.Lim')).toEqual({ ok: true, value: 'ana.lim' });
  });

  it.each(['an', 'ana@example.org', 'ana lim', '-ana', 'ana.', 'x'.repeat(41), 'аna', '', 'demo-hotline'])('cannot be %j', (text) => {
    expect(readName(text).ok).toBe(false);
  });
});

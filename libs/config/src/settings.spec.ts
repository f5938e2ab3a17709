import { describe, expect, it } from '@jest/globals';
import { SettingsError } from './read-variables.js';
import { readSettings } from './settings.js';

describe('settings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDirectory: './.haven',
      demo: true,
      vaultKey: undefined,
      tieKey: 'haven',
      logLevel: 'warn',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readSettings({ PORT: '', HAVEN_DEMO: '' })).toMatchObject({ port: 4000, demo: true });
  });

  it('names every bad variable at once', () => {
    const read = () => readSettings({ PORT: '70000', HAVEN_DEMO: 'maybe' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/PORT must be.*HAVEN_DEMO must be/);
  });
});

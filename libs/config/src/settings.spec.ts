import { describe, expect, it } from '@jest/globals';
import { burdenWeights } from '@haven/kernel';
import { SettingsError } from './read-variables.js';
import { readSettings } from './settings.js';

describe('settings', () => {
  it('have defaults', () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      dataDirectory: './.haven',
      demo: true,
      vaultKey: undefined,
      tieKey: 'haven',
      burdenWeights,
      caseReference: undefined,
      console: { exitPage: null, lockMinutes: 10 },
      logLevel: 'warn',
      secondFactorRequired: false,
      sharePerSecond: 2_000,
    });
  });

  it('treat an empty variable as not set', () => {
    expect(readSettings({ PORT: '', HAVEN_DEMO: '' })).toMatchObject({ port: 4000, demo: true });
  });

  it('accept a form of case references that fits no name and no number, and refuse any other in one line', () => {
    expect(readSettings({ HAVEN_CASE_REFERENCE: 'HMIS-999999' })).toMatchObject({ caseReference: 'HMIS-999999' });
    for (const form of ['999999999', 'AAAAAAAA', '.*', 'HM-9999-99-99'])
      expect(() => readSettings({ HAVEN_CASE_REFERENCE: form })).toThrow(/^HAVEN_CASE_REFERENCE must be: .* like HMIS-999999 .*\.$/);
  });

  it('accept weights of burdens within their bounds, and name the form otherwise', () => {
    expect(readSettings({ HAVEN_BURDEN: 'referral=10' }).burdenWeights).toEqual({ ...burdenWeights, referral: 10 });
    for (const given of ['referral', 'referral=500', 'languageNone=1'])
      expect(() => readSettings({ HAVEN_BURDEN: given })).toThrow(/^HAVEN_BURDEN must be: .* like referral=10,border=50\.$/);
  });

  it('accept a public address without a path, and plain http only on this machine', () => {
    for (const given of [
      'https://haven.example.org',
      'https://haven.example.org/',
      'https://haven.example.org:8443',
      'http://localhost:4000',
    ])
      expect(readSettings({ HAVEN_PUBLIC_URL: given }).publicUrl).toBe(given.replace(/\/$/, ''));
    for (const given of [
      'haven.example.org',
      'http://haven.example.org',
      'https://haven.example.org/haven',
      'https://a@b.example',
      'ftp://localhost',
      'https://a.example?x',
      'https://a.example/#x',
    ])
      expect(() => readSettings({ HAVEN_PUBLIC_URL: given })).toThrow(/^HAVEN_PUBLIC_URL must be: /);
  });

  it("have a public address in the browsers' form, also with the default port", () => {
    expect(readSettings({ PORT: '80' }).publicUrl).toBe('http://localhost');
  });

  it('accept a web page for the quick exit, and no other address', () => {
    expect(readSettings({ HAVEN_EXIT_PAGE: 'https://example.org/weather' }).console.exitPage).toBe('https://example.org/weather');
    for (const page of ['javascript:alert(1)', 'data:text/html,x', '/find', 'example.org', 'https://'])
      expect(() => readSettings({ HAVEN_EXIT_PAGE: page })).toThrow(/^HAVEN_EXIT_PAGE must be/);
  });

  it('name every bad variable at once', () => {
    const read = () => readSettings({ PORT: '70000', HAVEN_DEMO: 'maybe' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/PORT must be.*HAVEN_DEMO must be/);
  });
});

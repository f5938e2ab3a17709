import { expect, it } from '@jest/globals';
import { parseCommand } from '../parse-command.js';

it.each([
  ['account list', { action: 'list' }],
  ['account disable ana', { action: 'disable', name: 'ana' }],
  ['account enable ana', { action: 'enable', name: 'ana' }],
  ['account reset ana', { action: 'reset', name: 'ana' }],
  ['account add ana --role hotline', { action: 'add', name: 'ana', role: 'HOTLINE', organizationId: null }],
  ['account add ana --role PROVIDER --organization o', { action: 'add', name: 'ana', role: 'PROVIDER', organizationId: 'o' }],
])('understands %s', (line, request) => {
  expect(parseCommand(line.split(' '), '/')).toEqual({ name: 'account', request: { command: 'account', ...request } });
});

it.each([
  'account',
  'account ana',
  'account list ana',
  'account add',
  'account add ana',
  'account add ana --role boss',
  'account reset a b',
  'rebuild matching x',
])('asks for missing words and rejects extra ones: %s', (line) =>
  expect(() => parseCommand(line.split(' '), '/')).toThrow(/npm run haven|--role|Too many words/),
);

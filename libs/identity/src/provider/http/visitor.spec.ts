import { expect, it } from '@jest/globals';
import { visitorOf } from './visitor.js';

const own = 'http://localhost:4000';
const published = 'https://haven.example.org';
const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({ headers, socket: { remoteAddress } }) as never;

it.each([
  ['127.0.0.1', {}, own, true],
  ['::ffff:127.0.0.1', {}, own, true],
  ['::1', {}, own, true],
  ['192.0.2.7', {}, own, false],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, own, false],
  ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, own, false],
  ['127.0.0.1', { via: '1.1 proxy' }, own, false],
  ['127.0.0.1', {}, published, false],
])('a visitor from %s with %j at %s is on this machine: %s', (address, headers, publicUrl, isLocal) => {
  expect(visitorOf(from(address, headers), publicUrl).isLocal).toBe(isLocal);
});

it('the address is the one that the proxy saw, if there is a proxy', () => {
  const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
  expect(visitorOf(from('10.0.0.2', headers), published).address).toBe('203.0.113.9');
  expect(visitorOf(from('10.0.0.2'), published).address).toBe('10.0.0.2');
  expect(visitorOf(from('192.0.2.7', headers), own).address).toBe('192.0.2.7');
});

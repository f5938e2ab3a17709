import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { createVaultCipher } from '@haven/security';
import { createTickets } from './ticket.js';

const cipher = () => createVaultCipher([randomBytes(32)]);
const ticket = { accountId: 'a', generation: 3, newSecret: null };

it('a ticket opens for five minutes', () => {
  let now = 0;
  const tickets = createTickets(cipher(), { now: () => new Date(now) });
  const text = tickets.issue(ticket);
  now = 5 * 60_000 - 1;
  expect(tickets.open(text)).toEqual(ticket);
  now += 1;
  expect(tickets.open(text)).toBeNull();
});

it.each(['', 'x', 'A'.repeat(200)])('nobody can forge a ticket: %j', (text) => {
  const clock = { now: () => new Date() };
  const tickets = createTickets(cipher(), clock);
  expect(tickets.open(text)).toBeNull();
  expect(tickets.open(createTickets(cipher(), clock).issue(ticket))).toBeNull();
});

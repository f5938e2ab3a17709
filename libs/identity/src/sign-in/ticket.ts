import type { Clock } from '@haven/kernel';
import type { VaultCipher } from '@haven/security';

const milliseconds = 5 * 60_000;
const purpose = 'sign-in ticket';

/** Proof that the password was right a moment ago. */
export interface Ticket {
  readonly accountId: string;
  readonly generation: number;
  /** A second factor to be added; null: the account has one. */
  readonly newSecret: string | null;
}

/** Tickets that the browser stores and cannot read. The server stores nothing, so they survive a restart. */
export interface Tickets {
  issue(ticket: Ticket): string;
  /** Null: forged, or too old. */
  open(text: string): Ticket | null;
}

/** Sealed tickets. */
export const createTickets = (cipher: VaultCipher, clock: Clock): Tickets => ({
  issue: (ticket) => {
    const content = JSON.stringify({ ...ticket, until: clock.now().getTime() + milliseconds });
    return Buffer.from(cipher.seal(Buffer.from(content), purpose)).toString('base64url');
  },
  open: (text) => {
    const opened = cipher.open(Buffer.from(text, 'base64url'), purpose);
    if (!opened.ok) return null;
    const { until, ...ticket } = JSON.parse(Buffer.from(opened.value).toString()) as Ticket & { until: number };
    return clock.now().getTime() < until ? ticket : null;
  },
});

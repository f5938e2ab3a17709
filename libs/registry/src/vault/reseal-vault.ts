import type { Registry } from '../ports.js';

/** Seals everything with the newest key that an older key has sealed, and reports when the older keys can be removed. */
export async function resealVault(registry: Registry, say: (line: string) => void): Promise<void> {
  let [resealed, unreadable] = [0, 0];
  for (let last: string | null = ''; last !== null;) {
    const after: string = last;
    const step = await registry.transaction(({ vault }) => vault.resealAfter(after));
    resealed += step.resealed;
    unreadable += step.unreadable;
    last = step.last;
  }
  if (unreadable > 0) say(`${unreadable} sealed records of the vault cannot be opened: they are damaged. Keep the older keys.`);
  else if (resealed > 0) say(`The vault was resealed with its newest key (${resealed} records). The older keys are not needed any more.`);
}

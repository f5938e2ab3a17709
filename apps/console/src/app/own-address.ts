import type { Settings } from './settings';

/**
 * Signing in works at one address only, which the provider knows: 127.0.0.1 is not localhost to it. Whether the page is elsewhere, and
 * goes there.
 */
export function goToOwnAddress({ publicUrl }: Settings): boolean {
  if (publicUrl === null || publicUrl === location.origin) return false;
  location.replace(publicUrl + location.pathname);
  return true;
}

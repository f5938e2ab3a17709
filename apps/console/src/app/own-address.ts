import type { Settings } from './settings';

/**
 * Redirects to the one address that the provider knows, where signing in works: to the provider, 127.0.0.1 is not localhost. Returns
 * whether it redirects.
 */
export function goToOwnAddress({ publicUrl }: Settings): boolean {
  if (publicUrl === null || publicUrl === location.origin) return false;
  location.replace(publicUrl + location.pathname);
  return true;
}

import { useBrowserLocation } from 'wouter/use-browser-location';

/** Addresses change in place, so that the browser's history tells nothing of what was looked at. */
export function useReplacedLocation(): [string, (to: string) => void] {
  const [location, navigate] = useBrowserLocation();
  return [location, (to) => navigate(to, { replace: true })];
}

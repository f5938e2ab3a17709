import { useBrowserLocation } from 'wouter/use-browser-location';

/** Navigation replaces the address, so that the browser's history does not show what the user looked at. */
export function useReplacedLocation(): [string, (to: string) => void] {
  const [location, navigate] = useBrowserLocation();
  return [location, (to) => navigate(to, { replace: true })];
}

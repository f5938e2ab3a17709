/** The instant that counts as now in the demo directory; see libs/demo/data/README.md. */
export const demoAnchor = Date.parse('2026-01-01T00:00:00Z');

const day = 86_400_000;

interface DemoService {
  assured_date?: string;
  last_modified?: string;
  capacities?: { updated?: string }[];
}

/** Moves a demo service from the anchor to `now`, so that its bed counts have the intended age. */
export function shiftInstants(line: string, now: Date): string {
  const service = JSON.parse(line) as DemoService;
  const distance = now.getTime() - demoAnchor;
  const days = Math.floor(distance / day) * day;
  if (service.assured_date) service.assured_date = moved(service.assured_date, days).slice(0, 10);
  if (service.last_modified) service.last_modified = moved(service.last_modified, distance);
  for (const capacity of service.capacities ?? []) if (capacity.updated) capacity.updated = moved(capacity.updated, distance);
  return JSON.stringify(service);
}

const moved = (instant: string, milliseconds: number): string => new Date(Date.parse(instant) + milliseconds).toISOString();

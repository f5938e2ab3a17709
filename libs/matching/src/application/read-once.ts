import type { MatchView, NearestServices } from './ports.js';

/** For several walks among services of one category, which all meet the same ones on their way. */
export function readOnce(view: MatchView): MatchView {
  const read = new Map<string, Promise<NearestServices>>();
  return {
    ...view,
    nearest: (request, category, way) => {
      const key = `${way.from} ${way.upTo} ${way.places}`;
      const page = read.get(key) ?? view.nearest(request, category, way);
      read.set(key, page);
      return page;
    },
  };
}

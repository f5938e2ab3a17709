import type { MatchView, MetService, NearestServices } from '../ports.js';

/** A view for several walks among services of one category, which all read the same ones. */
export function readOnce(view: MatchView): MatchView {
  const read = new Map<string, Promise<NearestServices>>();
  const unplaced = new Map<string, Promise<readonly MetService[]>>();
  return {
    ...view,
    nearest: (request, category, way) => {
      const key = `${way.from} ${way.upTo} ${way.places}`;
      const page = read.get(key) ?? view.nearest(request, category, way);
      read.set(key, page);
      return page;
    },
    unplaced: (request, category, of) => {
      const found = unplaced.get(of) ?? view.unplaced(request, category, of);
      unplaced.set(of, found);
      return found;
    },
  };
}

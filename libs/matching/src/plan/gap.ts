import type { PlanNeed } from './plan-option.js';

/**
 * How much better a plan could be with candidates that were cut. Suppose a plan has a route of length D. For each need it takes an option,
 * or a cut candidate, which costs at least `cutAt - D` besides its distance. The least sum of D and these costs is at one of the corners.
 */
export function gapOf(needs: readonly PlanNeed[], burden: number): number {
  const parts = needs.map(({ options, cutAt }) => ({ kept: Math.min(...options.map(({ drawbackMeters }) => drawbackMeters)), cutAt }));
  const cut = parts.flatMap(({ cutAt }) => (cutAt === null ? [] : [cutAt]));
  const corners = [0, ...cut, ...parts.flatMap(({ kept, cutAt }) => (cutAt === null ? [] : [Math.max(0, cutAt - kept)]))];
  const beyond = (cutAt: number, way: number): number => Math.max(0, cutAt - way);
  const least = parts.flatMap(({ cutAt }, one) =>
    cutAt === null
      ? []
      : corners.map((way) =>
          parts.reduce((sum, part, other) => {
            const without = part.cutAt === null ? Infinity : beyond(part.cutAt, way);
            return sum + (other === one ? without : Math.min(part.kept, without));
          }, way),
        ),
  );
  return Math.max(0, burden - Math.min(burden, ...least));
}

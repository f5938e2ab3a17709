import type { PlanNeed } from './plan-option.js';

/**
 * By how much a plan could be better with what is not among the options. A plan whose way has length D takes for each need an
 * option, or something that was cut: then burden and distance say that it costs at least `cutAt - D` besides. The least of D and
 * all these is at a corner of that sum.
 */
export function gapOf(needs: readonly PlanNeed[], burden: number): number {
  const parts = needs.map(({ options, cutAt }) => ({ kept: Math.min(...options.map(({ besides }) => besides)), cutAt }));
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

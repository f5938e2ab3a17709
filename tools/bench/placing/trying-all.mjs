/** The fewest pools that together admit everybody, over all sets of people that pools can cover; null if there are none. */
export function fewestByTryingAll(covers, people) {
  const all = 2 ** people - 1;
  let frontier = new Map([[0, []]]);
  for (let size = 0; size <= people; size += 1) {
    const done = frontier.get(all);
    if (done) return done.length;
    const next = new Map();
    for (const [mask, pools] of frontier)
      covers.forEach((more, pool) => {
        if ((mask | more) !== mask && !next.has(mask | more)) next.set(mask | more, [...pools, pool]);
      });
    frontier = next;
  }
  return null;
}

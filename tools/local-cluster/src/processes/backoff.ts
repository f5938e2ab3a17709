const shortest = 500;
const longest = 5_000;
const healthyMilliseconds = 10_000;

/** How long to wait before a process is started again: longer each time, from the beginning once it has run for a while. */
export function createBackoff(): (livedMilliseconds: number) => number {
  let next = shortest;
  return (lived) => {
    const pause = lived >= healthyMilliseconds ? shortest : next;
    next = Math.min(longest, pause * 2);
    return pause;
  };
}

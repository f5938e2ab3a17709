// Lets so many callers ask one question after another for some seconds; the first `warmUp` seconds do not count.
export async function askInALoop({ clients, seconds, warmUp }, ask) {
  const times = [];
  const begin = performance.now() + warmUp * 1_000;
  const end = begin + seconds * 1_000;
  const one = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await ask();
      if (start >= begin) times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

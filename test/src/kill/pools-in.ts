/** Versions of a pool wherever it appears in a JSON body. */
export function versionsOfPool(body: string, poolId: string): number[] {
  const found: number[] = [];
  JSON.parse(body, (_key, value: unknown) => {
    const pool = value as { id?: unknown; version?: unknown; outOfService?: unknown } | null;
    if (pool?.id === poolId && pool.outOfService !== undefined) found.push(Number(pool.version));
    return value;
  });
  return found;
}

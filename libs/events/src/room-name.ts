/** What a pool of beds is called to everybody but its staff, who may have named it after anybody. `number`: its place at its service. */
export const roomName = (number: number): string => `Room ${number}`;

/** Pools without any other name, whoever told of them: a process of the version before, or an event from before. */
export const withRoomNames = <Pool extends { readonly name: string }>(pools: readonly Pool[]): Pool[] =>
  pools.map((pool, index) => (/^Room \d+$/.test(pool.name) ? pool : { ...pool, name: roomName(index + 1) }));

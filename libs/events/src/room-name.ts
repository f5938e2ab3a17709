/** The name of a bed pool for everybody but its staff, who may have named it after a person. `number`: its position at its service. */
export const roomName = (number: number): string => `Room ${number}`;

/** Replaces all names of pools, whatever sent them: a process of the previous version, or an older event. */
export const withRoomNames = <Pool extends { readonly name: string }>(pools: readonly Pool[]): Pool[] =>
  pools.map((pool, index) => (/^Room \d+$/.test(pool.name) ? pool : { ...pool, name: roomName(index + 1) }));

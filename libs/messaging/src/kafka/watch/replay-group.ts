/** The group through which a replay of `group` goes; that it exists says that a replay was begun and not ended. */
export const replayGroupOf = (group: string): string => `${group}-replay`;

/** The group of a replay of `group`. While it exists, a replay was begun and has not ended. */
export const replayGroupOf = (group: string): string => `${group}-replay`;

/** Nobody is older, in years. */
export const oldest = 120;

/**
 * Whether age limits cannot be a rule: nobody is between them, nobody is that old (999), or the highest is 0, which publishers write for
 * none. Turning everybody away would be wrong, so a match asks.
 */
export const areUnclear = (minimum: number | null, maximum: number | null): boolean =>
  (minimum !== null && minimum > oldest) || (maximum !== null && (maximum === 0 || (minimum !== null && Math.floor(minimum) > maximum)));

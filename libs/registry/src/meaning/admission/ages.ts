/** Nobody is older, in years. */
export const oldest = 120;

/**
 * Whether age limits are not a rule: nobody is between them, nobody is that old (999), or the highest is 0, which publishers write for
 * none. To turn everybody away would be wrong, so a match asks.
 */
export const areUnclear = (minimum: number | null, maximum: number | null): boolean =>
  (minimum !== null && minimum > oldest) || (maximum !== null && (maximum === 0 || (minimum !== null && Math.floor(minimum) > maximum)));

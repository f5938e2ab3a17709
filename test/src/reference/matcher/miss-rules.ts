/** What near misses are measured by, each its own so that a control can replace one by a wrong one. */
export interface MissRules {
  /** Remedies, the one that somebody can do soonest first. */
  readonly remedies: readonly string[];
  /** As far as anybody may ask for. */
  readonly farthestKm: number;
}

/** As docs/matching.md says it. */
export const missRules: MissRules = {
  remedies: [...['WIDEN_DISTANCE', 'WAIT_FOR_BED', 'SPLIT_PARTY', 'CROSS_BORDER', 'CALL_AND_ASK', 'JOIN_WAITLIST', 'OTHER_TIME', 'NONE']],
  farthestKm: 2000,
};

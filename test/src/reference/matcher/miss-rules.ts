/** Rules about near misses. Each is separate, so that a test can replace one by a wrong one. */
export interface MissRules {
  /** Remedies, the soonest first. */
  readonly remedies: readonly string[];
  /** The greatest distance that a request may have. */
  readonly farthestKm: number;
}

/** The rules of docs/matching.md. */
export const missRules: MissRules = {
  remedies: [...['WIDEN_DISTANCE', 'WAIT_FOR_BED', 'SPLIT_PARTY', 'CROSS_BORDER', 'CALL_AND_ASK', 'JOIN_WAITLIST', 'OTHER_TIME', 'NONE']],
  farthestKm: 2000,
};

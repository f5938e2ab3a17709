import type { Someone } from '../../app/party/party';

/** Somebody as the graph takes them. */
export const memberInput = ({ gender, age, mayBeMinor }: Someone) => ({ gender, age, mayBeMinor });

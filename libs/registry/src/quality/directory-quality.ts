import type { Registry } from '../ports.js';
import type { SourceQuality } from './quality-ports.js';

const yearMilliseconds = 365 * 86_400_000;

/** The quality of each source's entries today. */
export const directoryQuality = (registry: Registry): Promise<readonly SourceQuality[]> =>
  registry.transaction(({ quality }) => quality.bySource(new Date(registry.clock.now().getTime() - yearMilliseconds)));

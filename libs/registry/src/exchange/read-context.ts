import type { Ordinals } from '../hsds/missing-id.js';
import type { ObjectName } from '../hsds/record.js';
import type { ReadLimits } from './files/limits.js';

/** What a reader needs besides the file. */
export interface ReadContext {
  readonly limits: ReadLimits;
  /** Haven wrote the file. */
  readonly ours: boolean;
  /** Shared by everything that is read together. */
  readonly ordinals: Ordinals;
  /** Only these objects are wanted, so a file that cannot contain them need not be read. */
  readonly only?: ReadonlySet<ObjectName>;
}

import type { Ordinals } from '../hsds/missing-id.js';
import type { ObjectName } from '../hsds/record.js';
import type { ReadLimits } from './files/limits.js';

/** What a reader of a file must know beside the file. */
export interface ReadContext {
  readonly limits: ReadLimits;
  /** The file carries our mark. */
  readonly ours: boolean;
  /** Of everything that is read together. */
  readonly ordinals: Ordinals;
  /** Only these objects are wanted: a file that cannot hold them need not be read. */
  readonly only?: ReadonlySet<ObjectName>;
}

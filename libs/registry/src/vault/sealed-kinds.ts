import { isOpenObject } from '../hsds/missing-id.js';
import { objectNames, type ObjectName } from '../hsds/record.js';

/** Kinds of records that can reveal a place, whatever contains them: the vault keeps them, whether or not a place is confidential. */
export const sealedKinds: readonly ObjectName[] = objectNames.filter((object) => !isOpenObject(object));
const sealed: ReadonlySet<ObjectName> = new Set(sealedKinds);

/** Whether records of this kind are in the vault. */
export const isSealedKind = (object: ObjectName): boolean => sealed.has(object);

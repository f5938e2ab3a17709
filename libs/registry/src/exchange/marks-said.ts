import { saidSecrets } from '../hsds/says-confidential.js';
import { havenAttribute, havenCode } from '../hsds/haven-attributes.js';
import type { HsdsRecord } from '../hsds/record.js';

/** Our marks for a copy of a record that is refused and says that it is confidential: it speaks of the same thing. */
export const marksSaid = ({ object, id, properties }: HsdsRecord): readonly HsdsRecord[] =>
  saidSecrets(object, properties).length === 0
    ? []
    : havenAttribute({ object, id }, 'attributes', havenCode.visibility, 'CONFIDENTIAL', 900_000);

import { secretProperties } from '../hsds/says-confidential.js';
import { havenAttribute, havenCode } from '../hsds/haven-attributes.js';
import type { HsdsRecord } from '../hsds/record.js';

/** Visibility tags that replace a rejected copy which says that it is confidential: it has the same id as the accepted one. */
export const visibilityTagsOf = ({ object, id, properties }: HsdsRecord): readonly HsdsRecord[] =>
  secretProperties(object, properties).length === 0
    ? []
    : havenAttribute({ object, id }, 'attributes', havenCode.visibility, 'CONFIDENTIAL', 900_000);

import type { JsonObject, JsonValue } from '../hsds/record.js';
import { isRecord } from '../reading/json-record.js';

/** An object in a list: its own values, and its single objects with theirs. HSDS calls this "one-to-one fields". */
export const oneToOne = (document: JsonObject): JsonObject => withoutLists(document, (child) => withoutLists(child, () => undefined));

function withoutLists(document: JsonObject, ofChild: (child: JsonObject) => JsonObject | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]): [string, JsonValue][] => {
      const shown = Array.isArray(value) ? undefined : isRecord(value) ? ofChild(value as JsonObject) : value;
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}

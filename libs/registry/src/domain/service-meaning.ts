import type { JsonObject } from './hsds/record.js';

/** What a service's record means without saying it in a way that a match can use. */
export interface ServiceMeaning {
  readonly attributes: readonly { readonly code: string; readonly value: string }[];
  readonly remarks: readonly { readonly code: string; readonly message: string; readonly field: string | null }[];
}

/** Categories and admission rules that follow from the texts of a nested service record. */
export function serviceMeaning(_service: JsonObject): ServiceMeaning {
  return { attributes: [], remarks: [] };
}

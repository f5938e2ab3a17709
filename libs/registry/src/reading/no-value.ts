const nothing = /^(?:null|nil|none|nan|undefined|n\.?[/\\]?a\.?|#n\/a!?|\\n|[\s\p{P}\p{S}]*)$/iu;

/** Whether a text means an empty cell: `NULL`, `n/a`, `-`. */
export const isNoValue = (text: string): boolean => nothing.test(text.trim());

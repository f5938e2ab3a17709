import { enumOf } from '@haven/kernel';
import { createHash } from 'node:crypto';
import { plainTerm } from './term-lines.js';

/** What a person can say the meaning of: a term of a taxonomy, a text that says whom a service is for, or a service as a whole. */
export const TermKind = enumOf('TERM', 'ELIGIBILITY', 'SERVICE');
/** {@link TermKind} */
export type TermKind = (typeof TermKind)[keyof typeof TermKind];

/** What is compared of an eligibility text. It may have to be hidden later, and then nothing here may keep it. */
export const keyOfSaying = (text: string): string => createHash('sha256').update(plainTerm(text)).digest('base64url');

import { enumOf } from '@haven/kernel';
import { createHash } from 'node:crypto';
import { plainTerm } from './term-lines.js';

/** What a decision can be about: a term of a taxonomy, a text that says whom a service is for, or a service as a whole. */
export const TermKind = enumOf('TERM', 'ELIGIBILITY', 'SERVICE');
/** {@link TermKind} */
export type TermKind = (typeof TermKind)[keyof typeof TermKind];

/** The key of an eligibility text: a hash, because the text may have to be hidden later and must not be kept here. */
export const keyOfEligibility = (text: string): string => createHash('sha256').update(plainTerm(text)).digest('base64url');

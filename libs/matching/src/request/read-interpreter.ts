import { canonicalLanguage } from '@haven/kernel';
import type { InterpreterWish } from '../languages/interpreter-wish.js';
import type { InterpreterQuestion } from './match-question.js';
import type { Problems } from './problems.js';

const organizationsMost = 50;

/** Checks the wishes about an interpreter. Use the result only if there is no problem. */
export function readInterpreter(question: InterpreterQuestion, path: string, problems: Problems): InterpreterWish {
  const language = canonicalLanguage(question.language);
  const notOrganizationIds = question.notOrganizationIds ?? [];
  const genders = question.genders ?? [];
  problems.check(language !== null, `${path}.language`, 'Give a BCP 47 tag of a language that exists, like km, ms or tsq.');
  problems.check(
    notOrganizationIds.length <= organizationsMost,
    `${path}.notOrganizationIds`,
    `Give at most ${organizationsMost} organizations.`,
  );
  return {
    language: language ?? question.language,
    genders: genders.length > 0 ? genders : null,
    byPhoneOnly: question.byPhoneOnly ?? false,
    notOrganizationIds,
    notFromCommunity: question.notFromCommunity ?? false,
  };
}

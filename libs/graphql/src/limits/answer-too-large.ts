import { GraphQLError } from 'graphql';
import { answerBytesMaximum } from './numbers.js';

/** The error in place of an answer that is too large to send. */
export const answerTooLarge = (): GraphQLError =>
  new GraphQLError(`The answer is too large: at most ${answerBytesMaximum} bytes. Ask for fewer things, or for smaller pages.`, {
    extensions: { code: 'ANSWER_TOO_LARGE', maximum: answerBytesMaximum },
  });

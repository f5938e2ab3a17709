import { Field } from '@nestjs/graphql';

const description =
  '1 to 200 characters, new for each intent. Repeat a call that had no answer with the same key and body: it takes effect once. It counts for you in your organization and for this operation. A failure is remembered as well: after one use a new key.';

/** The field of a mutation's input that makes a repeated call harmless. */
export const IdempotencyKey = (): PropertyDecorator => Field(() => String, { description });

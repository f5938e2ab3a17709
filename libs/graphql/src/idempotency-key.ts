import { Field } from '@nestjs/graphql';

const description =
  '1 to 200 characters, a new key for each intent. If a call has no answer, repeat it with the same key and body: it takes effect once. A key belongs to you, your organization and this mutation. Haven remembers failures too: after one, use a new key.';

/** The field of a mutation's input that makes a repeated call harmless. */
export const IdempotencyKey = (): PropertyDecorator => Field(() => String, { description });

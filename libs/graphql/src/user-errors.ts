import { Directive, Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { Failure, FieldProblem as Problem } from '@haven/kernel';

/** Every expected failure of a mutation. */
@InterfaceType({
  description: 'An expected failure of a mutation. code is stable; message says what to do next. docs/errors.md has the order.',
})
export abstract class UserError {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
}

/** A problem with one part of an input. */
@Directive('@shareable')
@ObjectType()
export class FieldProblem {
  @Field(() => String) path!: string;
  @Field(() => String) message!: string;
}

/** The input is invalid. */
@Directive('@shareable')
@ObjectType({ implements: () => UserError })
export class InvalidInput implements UserError {
  code = 'INVALID_INPUT';
  message = 'Nothing was changed. Correct the named fields and send it again with a new idempotencyKey.';
  @Field(() => [FieldProblem]) fields: FieldProblem[];
  constructor(fields: readonly Problem[]) {
    this.fields = [...fields];
  }
}

/** Unknown, or not allowed: one class, so that nobody can tell which. */
@Directive('@shareable')
@ObjectType({ implements: () => UserError, description: 'Unknown and not allowed look the same.' })
export class NotFound implements UserError {
  code = 'NOT_FOUND';
  message =
    'It does not exist, or it is not yours. Check the id, and that your token names the organization that owns it or made the hold.';
}

/** Somebody else has changed the object first. */
@Directive('@shareable')
@ObjectType({ implements: () => UserError })
export class VersionConflict implements UserError {
  code = 'VERSION_CONFLICT';
  message =
    'Nothing was changed: somebody changed it after you read it. Read it again and compare; then send your change with the new version as expectedVersion and a new idempotencyKey.';
  @Field(() => Int) currentVersion: number;
  constructor(currentVersion: number) {
    this.currentVersion = currentVersion;
  }
}

/** A key identifies one intent. */
@Directive('@shareable')
@ObjectType({ implements: () => UserError, description: 'You sent this key before with another body.' })
export class IdempotencyConflict implements UserError {
  code = 'IDEMPOTENCY_CONFLICT';
  message =
    'Nothing was changed: you sent this idempotencyKey before with another body. To repeat a call, send exactly the same body; for a new call, use a new key.';
}

/** The schema's form of a failure that several services have. */
export function toUserError(failure: Failure): InvalidInput | NotFound | VersionConflict | IdempotencyConflict {
  switch (failure.kind) {
    case 'InvalidInput':
      return new InvalidInput(failure.fields);
    case 'NotFound':
      return new NotFound();
    case 'VersionConflict':
      return new VersionConflict(failure.currentVersion);
    case 'IdempotencyConflict':
      return new IdempotencyConflict();
  }
}

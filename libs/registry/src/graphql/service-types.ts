import { Service } from '@haven/graph-types';
import { answerUnion, type Connection, connectionOf, IdempotencyConflict, InvalidInput, NotFound, VersionConflict } from '@haven/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/** An organization that runs services. */
@ObjectType()
export class Organization {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => [Service]) services?: Service[];
}

/** A page of the directory. */
export const ServiceConnection = connectionOf(Service);
/** {@link ServiceConnection} */
export type ServiceConnection = Connection<Service>;

/** Answer of registerOrganization. */
export const RegisterOrganizationResult = answerUnion('RegisterOrganizationResult', Organization, [
  InvalidInput,
  NotFound,
  IdempotencyConflict,
]);
/** Answer of registerService. */
export const RegisterServiceResult = answerUnion('RegisterServiceResult', Service, [InvalidInput, NotFound, IdempotencyConflict]);
/** Answer of updateService. */
export const UpdateServiceResult = answerUnion('UpdateServiceResult', Service, [
  InvalidInput,
  NotFound,
  VersionConflict,
  IdempotencyConflict,
]);
/** Answer of withdrawService. */
export const WithdrawServiceResult = answerUnion('WithdrawServiceResult', Service, [NotFound, VersionConflict, IdempotencyConflict]);
/** Answer of verifyService. */
export const VerifyServiceResult = answerUnion('VerifyServiceResult', Service, [NotFound, IdempotencyConflict]);

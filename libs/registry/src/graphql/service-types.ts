import { Service } from '@haven/graph-types';
import { answerUnion, IdempotencyConflict, InvalidInput, NotFound, PageInfo, VersionConflict } from '@haven/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** Who runs services. */
@ObjectType()
export class Organization {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => [Service]) services?: Service[];
}

/** One entry of a page. */
@ObjectType()
export class ServiceEdge {
  @Field(() => String) cursor!: string;
  @Field(() => Service) node!: Service;
}

/** A page of the directory. */
@ObjectType()
export class ServiceConnection {
  @Field(() => [ServiceEdge]) edges!: ServiceEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

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

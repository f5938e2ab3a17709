import { Service } from '@haven/graph-types';
import { IdempotencyConflict, InvalidInput, NotFound, PageInfo, VersionConflict } from '@haven/graphql';
import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';

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

/** A plain answer of a use case has no class of its own: what is no error is the result. */
const resolveType =
  (result: typeof Organization | typeof Service) =>
  (value: object): unknown =>
    [InvalidInput, NotFound, VersionConflict, IdempotencyConflict].find((type) => value instanceof type) ?? result;

/** Answer of registerOrganization. */
export const RegisterOrganizationResult = createUnionType({
  name: 'RegisterOrganizationResult',
  types: () => [Organization, InvalidInput, NotFound, IdempotencyConflict] as const,
  resolveType: resolveType(Organization) as never,
});
/** Answer of registerService. */
export const RegisterServiceResult = createUnionType({
  name: 'RegisterServiceResult',
  types: () => [Service, InvalidInput, NotFound, IdempotencyConflict] as const,
  resolveType: resolveType(Service) as never,
});
/** Answer of updateService. */
export const UpdateServiceResult = createUnionType({
  name: 'UpdateServiceResult',
  types: () => [Service, InvalidInput, NotFound, VersionConflict, IdempotencyConflict] as const,
  resolveType: resolveType(Service) as never,
});
/** Answer of withdrawService. */
export const WithdrawServiceResult = createUnionType({
  name: 'WithdrawServiceResult',
  types: () => [Service, NotFound, VersionConflict, IdempotencyConflict] as const,
  resolveType: resolveType(Service) as never,
});
/** Answer of verifyService. */
export const VerifyServiceResult = createUnionType({
  name: 'VerifyServiceResult',
  types: () => [Service, NotFound, IdempotencyConflict] as const,
  resolveType: resolveType(Service) as never,
});

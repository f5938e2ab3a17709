// Not exported from the main index: Nest puts every type that a process imports into its schema, and only one service answers `me`.
import { Field, ID, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Role } from '../caller.js';
import type { Caller } from '../caller.js';
import { CurrentCaller } from '../access/current-caller.js';
import { Operation } from '../access/operation.js';

registerEnumType(Role, { name: 'Role' });

/** The caller, as GraphQL shows it. */
@ObjectType({ description: 'Who the bearer token says the caller is.' })
export class Identity {
  @Field(() => ID) subject!: string;
  @Field(() => Role) role!: Role;
  @Field(() => ID, { nullable: true }) organizationId!: string | null;
}

/** Provide it in the one module whose service answers `me`. */
@Resolver()
export class MeResolver {
  @Query(() => Identity)
  @Operation('me')
  me(@CurrentCaller() caller: Caller): Identity {
    return caller;
  }
}

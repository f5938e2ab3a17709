import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from './page-info.js';

/** A page of a list, in the form of Relay. */
export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** Creates the types of a page of these things: `ThingConnection` and `ThingEdge`. */
export function connectionOf<T extends object>(thing: Type<T>): Type<Connection<T>> {
  @ObjectType(`${thing.name}Edge`)
  class Edge {
    @Field(() => String) cursor!: string;
    @Field(() => thing) node!: T;
  }
  @ObjectType(`${thing.name}Connection`)
  class ConnectionOfThing implements Connection<T> {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int) totalCount!: number;
  }
  return ConnectionOfThing;
}

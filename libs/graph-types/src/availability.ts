import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CapacityStatus } from '@haven/events';
import { Freshness } from '@haven/kernel';
import { AdmissionRule } from './admission-rule.js';
import { DateTimeScalar } from './date-time.js';
import './enums.js';

/** Interchangeable beds under one admission rule. */
@Directive('@shareable')
@ObjectType({ description: 'Interchangeable beds under one admission rule; free = total - occupied - held - outOfService, never below 0.' })
export class BedPool {
  @Field(() => ID) id!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => String, {
    description: 'Room 1, Room 2, … In bedPools, its own staff and coordinators see the name that staff gave it.',
  })
  name!: string;
  @Field(() => AdmissionRule) admits!: AdmissionRule;
  @Field(() => Int) total!: number;
  @Field(() => Int) occupied!: number;
  @Field(() => Int) held!: number;
  @Field(() => Int) outOfService!: number;
  @Field(() => Int) free!: number;
  @Field(() => Int) version!: number;
  @Field(() => DateTimeScalar, { nullable: true }) confirmedAt!: string | null;
}

/** Beds of one pool, for a party. */
@Directive('@shareable')
@ObjectType()
export class HeldBeds {
  @Field(() => ID) poolId!: string;
  @Field(() => Int) beds!: number;
}

/** The beds of one service at one moment; instants as ISO 8601 text. */
@Directive('@shareable')
@ObjectType()
export class Availability {
  @Field(() => ID) serviceId!: string;
  @Field(() => Int) free!: number;
  @Field(() => Int) total!: number;
  @Field(() => CapacityStatus) status!: CapacityStatus;
  @Field(() => Freshness) freshness!: Freshness;
  @Field(() => DateTimeScalar, { nullable: true }) confirmedAt!: string | null;
  @Field(() => Int, { description: "Grows by one with every change of the service's beds. If you see a gap, ask again." })
  sequence!: number;
  @Field(() => [BedPool]) pools!: BedPool[];
}

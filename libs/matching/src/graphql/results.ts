import { Availability, DateTimeScalar, LocationPrecision, Service, ServiceLocation, Reason } from '@haven/contracts';
import { NeedCategory } from '@haven/kernel';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

/** A place of the gazetteer. */
@ObjectType()
export class Place {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) region!: string | null;
  @Field(() => String) country!: string;
  @Field(() => Float) latitude!: number;
  @Field(() => Float) longitude!: number;
}

/** How far a place is. */
@ObjectType({ description: "AREA: to the place's public cell, the same for every place in it." })
export class Distance {
  @Field(() => Float) meters!: number;
  @Field(() => LocationPrecision) precision!: LocationPrecision;
}

/** A service that fits. */
@ObjectType()
export class Match {
  @Field(() => Service) service!: Service;
  @Field(() => ServiceLocation, { nullable: true, description: 'Where the person would go.' }) location!: ServiceLocation | null;
  @Field(() => Distance, { nullable: true }) distance!: Distance | null;
  @Field(() => Float, { description: '0 (worst) to 1 (best).' }) score!: number;
  @Field(() => [Reason]) reasons!: Reason[];
  @Field(() => Availability, { nullable: true, description: 'Null for services without beds.' }) availability!: Availability | null;
  @Field(() => Boolean, { nullable: true, description: 'Null: not known.' }) openNow!: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: not known.' }) opensAt!: string | null;
}

/** A service that one constraint alone keeps out. */
@ObjectType()
export class NearMiss {
  @Field(() => Service) service!: Service;
  @Field(() => Distance, { nullable: true }) distance!: Distance | null;
  @Field(() => Reason) failed!: Reason;
}

/** What was found for one need. */
@ObjectType()
export class NeedReport {
  @Field(() => NeedCategory) category!: NeedCategory;
  @Field(() => Int, { description: 'Active services of the category within the distance.' }) considered!: number;
  @Field(() => [Match], { description: 'Best first.' }) matches!: Match[];
  @Field(() => [NearMiss], { description: 'The nearest three at most that fail one constraint only.' }) nearMisses!: NearMiss[];
}

/** The provider of one need in a plan. */
@ObjectType()
export class PlanItem {
  @Field(() => NeedCategory) category!: NeedCategory;
  @Field(() => Match) match!: Match;
}

/** One provider for each need. */
@ObjectType()
export class Plan {
  @Field(() => [PlanItem]) items!: PlanItem[];
  @Field(() => Int) stops!: number;
  @Field(() => Float, { description: 'To the bed, then from the bed to each other place; without a bed, from the origin to each place.' })
  travelMeters!: number;
}

/** The answer to `match`. */
@ObjectType()
export class MatchReport {
  @Field(() => [NeedReport], { description: 'In the order of the input.' }) needs!: NeedReport[];
  @Field(() => Plan, {
    nullable: true,
    description: 'One provider for each need, all together the least burden; null when a need has no match.',
  })
  plan!: Plan | null;
  @Field(() => DateTimeScalar) asOf!: Date;
}

import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import { LocationPrecision, ServiceStatus } from '@haven/events';
import { NeedCategory } from '@haven/kernel';
import { AdmissionRule } from './admission-rule.js';
import './enums.js';
import { DateTimeScalar } from './date-time.js';

/** The organization of a service. */
@Directive('@shareable')
@ObjectType()
export class OrganizationSummary {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

/** A place of a service. */
@Directive('@shareable')
@ObjectType({
  description:
    'AREA: latitude and longitude are the centre of the public cell, address is null. CITY: latitude and longitude are the centre of the town or postal code, since the directory gives no position or a wrong one.',
})
export class ServiceLocation {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => Float) latitude!: number;
  @Field(() => Float) longitude!: number;
  @Field(() => LocationPrecision) precision!: LocationPrecision;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country!: string | null;
}

/** A phone number of a service. */
@Directive('@shareable')
@ObjectType()
export class Phone {
  @Field(() => String, { description: 'As the directory writes it.' }) number!: string;
  @Field(() => String, {
    nullable: true,
    description: 'For a tel: link (RFC 3966), as "+12027978806;ext=1311". Null: Haven cannot read the number.',
  })
  dial?: string | null;
  @Field(() => String, { nullable: true }) extension!: string | null;
  @Field(() => String, { nullable: true }) type!: string | null;
  @Field(() => [String]) languages!: string[];
}

/** A directory entry in its public form; plain JSON, instants as ISO 8601 text. */
@Directive('@shareable')
@ObjectType()
export class Service {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) alternateName!: string | null;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => ServiceStatus) status!: ServiceStatus;
  @Field(() => [NeedCategory]) categories!: NeedCategory[];
  @Field(() => OrganizationSummary) organization!: OrganizationSummary;
  @Field(() => [ServiceLocation]) locations!: ServiceLocation[];
  @Field(() => [String], { description: 'BCP 47. Languages that the staff speak.' }) languages!: string[];
  @Field(() => AdmissionRule) admission!: AdmissionRule;
  @Field(() => [Phone]) phones!: Phone[];
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => Boolean) confidential!: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) verifiedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when its directory no longer lists it; null: it does.' })
  missingSince?: string | null;
  @Field(() => Int) version!: number;
  @Field(() => GraphQLJSONObject, { description: 'The HSDS 3.1 record, as this caller may see it.' }) hsds!: Record<string, unknown>;
}

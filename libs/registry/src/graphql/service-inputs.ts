import { AdmissionRuleInput } from '@haven/graph-types';
import { IdempotencyKey } from '@haven/graphql';
import { NeedCategory } from '@haven/kernel';
import { Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { LocationVisibility } from '../meaning/service-input.js';

registerEnumType(LocationVisibility, {
  name: 'LocationVisibility',
  description: 'CONFIDENTIAL: position and address go to the vault, and everybody sees the public cell.',
});

@InputType({ description: 'If west is greater than east, the box crosses the antimeridian.' })
export class BoundingBoxInput {
  @Field(() => Float) south!: number;
  @Field(() => Float) west!: number;
  @Field(() => Float) north!: number;
  @Field(() => Float) east!: number;
}

@InputType()
export class ServiceFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [NeedCategory], { nullable: true }) categories?: NeedCategory[] | null;
  @Field(() => [String], { nullable: true }) languages?: string[] | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country?: string | null;
  @Field(() => ID, { nullable: true }) organizationId?: string | null;
  @Field(() => BoundingBoxInput, { nullable: true }) within?: BoundingBoxInput | null;
}

@InputType()
export class LocationInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => Float) latitude!: number;
  @Field(() => Float) longitude!: number;
  @Field(() => String, { nullable: true }) address?: string | null;
  @Field(() => String, { nullable: true }) city?: string | null;
  @Field(() => String) country!: string;
  @Field(() => LocationVisibility) visibility!: LocationVisibility;
}

@InputType()
export class PhoneInput {
  @Field(() => String) number!: string;
  @Field(() => String, { nullable: true }) extension?: string | null;
  @Field(() => String, { nullable: true }) type?: string | null;
  @Field(() => [String], { nullable: true }) languages?: string[] | null;
}

@InputType()
export class ServiceInput {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => [NeedCategory]) categories!: NeedCategory[];
  @Field(() => [LocationInput]) locations!: LocationInput[];
  @Field(() => [String], { nullable: true }) languages?: string[] | null;
  @Field(() => AdmissionRuleInput, { nullable: true }) admission?: AdmissionRuleInput | null;
  @Field(() => [PhoneInput], { nullable: true }) phones?: PhoneInput[] | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Texts of a service with a confidential place are shown only if this is true. Default: as before, at first false.',
  })
  textReleased?: boolean | null;
}

@InputType()
export class RegisterOrganizationInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) description?: string | null;
}

@InputType()
export class RegisterServiceInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) organizationId!: string;
  @Field(() => ServiceInput) service!: ServiceInput;
}

@InputType({ description: 'Replaces the whole entry.' })
export class UpdateServiceInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ServiceInput) service!: ServiceInput;
}

@InputType()
export class WithdrawServiceInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class VerifyServiceInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) id!: string;
}

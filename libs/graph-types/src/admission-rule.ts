import { Directive, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from '@haven/kernel';
import './enums.js';

/** One way to be admitted. */
@Directive('@shareable')
@ObjectType({
  description:
    'genders null: any. Ages in whole years, both ends included; a bound in part years is the widest whole one here, and a match asks. accompaniedOnly: only together with an adult of the party who is admitted (a boy with his mother), or with their admitted carer. asked: the shelter says whether it admits them; ask before you hold. null or false: certain.',
})
export class PersonClause {
  @Field(() => [Gender], { nullable: true }) genders!: Gender[] | null;
  @Field(() => Int, { nullable: true }) minimumAge!: number | null;
  @Field(() => Int, { nullable: true }) maximumAge!: number | null;
  @Field(() => Boolean) accompaniedOnly!: boolean;
  @Field(() => Boolean, { nullable: true }) asked?: boolean | null;
}

/** Whom a service or pool admits. */
@Directive('@shareable')
@ObjectType({ description: 'Each part that is null is not said: the match keeps the service and asks.' })
export class AdmissionRule {
  @Field(() => [PersonClause], { nullable: true, description: 'A person is admitted when any clause fits.' }) persons!:
    PersonClause[] | null;
  @Field(() => [LegalStatus], { nullable: true }) legalStatuses!: LegalStatus[] | null;
  @Field(() => [String], { nullable: true }) nationalities!: string[] | null;
  @Field(() => [ExploitationType], { nullable: true }) exploitation!: ExploitationType[] | null;
  @Field(() => Boolean, { nullable: true }) pregnancy!: boolean | null;
  @Field(() => [AccessibilityNeed], { nullable: true }) accessibility!: AccessibilityNeed[] | null;
  @Field(() => Boolean, { nullable: true }) referralRequired!: boolean | null;
}

/** Input twin of {@link PersonClause}. */
@InputType()
export class PersonClauseInput {
  @Field(() => [Gender], { nullable: true }) genders?: Gender[] | null;
  @Field(() => Int, { nullable: true }) minimumAge?: number | null;
  @Field(() => Int, { nullable: true }) maximumAge?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) accompaniedOnly?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: the shelter says whether it admits them. Left out: as it was in the same clause, else certain.',
  })
  asked?: boolean | null;
}

/** Input twin of {@link AdmissionRule}. */
@InputType()
export class AdmissionRuleInput {
  @Field(() => [PersonClauseInput], { nullable: true }) persons?: PersonClauseInput[] | null;
  @Field(() => [LegalStatus], { nullable: true }) legalStatuses?: LegalStatus[] | null;
  @Field(() => [String], { nullable: true }) nationalities?: string[] | null;
  @Field(() => [ExploitationType], { nullable: true }) exploitation?: ExploitationType[] | null;
  @Field(() => Boolean, { nullable: true }) pregnancy?: boolean | null;
  @Field(() => [AccessibilityNeed], { nullable: true }) accessibility?: AccessibilityNeed[] | null;
  @Field(() => Boolean, { nullable: true }) referralRequired?: boolean | null;
}

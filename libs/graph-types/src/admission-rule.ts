import { Directive, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from '@haven/kernel';
import './enums.js';

/** One way to be admitted. */
@Directive('@shareable')
@ObjectType({
  description:
    'genders null: any. Ages are whole years, both ends included. A bound in part years is widened to whole years here, and the match asks. accompaniedOnly: only together with an adult of the party who is admitted (a boy with his mother), or with their admitted carer. asked: the shelter decides whether it admits them, so ask before you hold. Null or false: certain.',
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
@ObjectType({ description: 'A null part means that the directory does not say: the match keeps the service and asks.' })
export class AdmissionRule {
  @Field(() => [PersonClause], { nullable: true, description: 'Any clause that fits admits the person.' }) persons!: PersonClause[] | null;
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
    description: 'True: the shelter decides whether it admits them. Default: as before in the same clause, else certain.',
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

import { DateTimeScalar } from '@haven/graph-types';
import { Field, Int, ObjectType } from '@nestjs/graphql';

const among = 'How many of the active ones';

/** The quality of a source's entries. */
@ObjectType({ description: 'How good the published entries of a source are. Counted is what entries show.' })
export class SourceQuality {
  @Field(() => String) source!: string;
  @Field(() => Int, { description: 'Published services.' }) services!: number;
  @Field(() => Int, { description: 'How many of them have the status ACTIVE.' }) active!: number;
  @Field(() => Int, { description: `${among} a match can find: they have a category.` }) findable!: number;
  @Field(() => Int, { description: `${among} have no category, so that no match finds them.` }) withoutCategory!: number;
  @Field(() => Int, { description: `${among} have no place with a position or an area; the middle of a town is none.` })
  withoutPosition!: number;
  @Field(() => Int, { description: `${among} have no phone that can be called.` }) withoutPhone!: number;
  @Field(() => Int, { description: `${among} say nothing of their hours.` }) withoutHours!: number;
  @Field(() => Int, { description: `${among} have no rule about persons.` }) withoutPersons!: number;
  @Field(() => Int, {
    description: `${among} nobody has checked within 365 days: neither their publisher (HSDS assured_date) nor verifyService here. That a text was changed (last_modified) checks nothing.`,
  })
  unverified!: number;
  @Field(() => Int, { description: 'Places that wait in the review queue.' }) waitingPlaces!: number;
  @Field(() => Int, { description: 'Services that the newest file of it no longer has, and of which nobody has decided.' })
  missing!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a file of it was last read to its end; null: not known.' })
  importedAt!: string | null;
}

import { enumOf } from '@haven/kernel';
import type { DemandView } from '@haven/events';

/** What demand can be counted by: always the category, and at most one more. */
export const DemandGroup = enumOf('CATEGORY', 'COUNTRY', 'CELL', 'HOUR', 'PARTY', 'LANGUAGE', 'OUTCOME');
/** {@link DemandGroup} */
export type DemandGroup = (typeof DemandGroup)[keyof typeof DemandGroup];

/** A field that names a group, besides its category. */
export type GroupField = Exclude<keyof DemandView, 'category'>;

/** A category and the other field of the grouping; the hour is that of the day. */
export type Group = Readonly<{ category: string } & Partial<Record<GroupField, string | number | null>>>;

/** The fields of each grouping. A cell includes its country, so that the cells of a country add up to it. */
export const fieldsOf: Readonly<Record<DemandGroup, readonly GroupField[]>> = {
  CATEGORY: [],
  COUNTRY: ['country'],
  CELL: ['country', 'cell'],
  HOUR: ['hour'],
  PARTY: ['party'],
  LANGUAGE: ['language'],
  OUTCOME: ['outcome'],
};

/** The coarser grouping that each grouping divides. */
export const wholeOf: Readonly<Record<DemandGroup, DemandGroup>> = {
  CATEGORY: 'CATEGORY',
  COUNTRY: 'CATEGORY',
  CELL: 'COUNTRY',
  HOUR: 'CATEGORY',
  PARTY: 'CATEGORY',
  LANGUAGE: 'CATEGORY',
  OUTCOME: 'CATEGORY',
};

/** The key of the group in a coarser grouping that contains this one, or of this one. */
export const keyIn = (grouping: DemandGroup, group: Group): string =>
  JSON.stringify([group.category, ...fieldsOf[grouping].map((field) => group[field] ?? null)]);

/** The group in a coarser grouping that contains this one, or this one. */
export const groupIn = (grouping: DemandGroup, group: Group): Group => ({
  category: group.category,
  ...Object.fromEntries(fieldsOf[grouping].map((field) => [field, group[field] ?? null])),
});

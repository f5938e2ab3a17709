import { enumOf } from '@haven/kernel';
import type { DemandView } from '@haven/events';

/** What demand can be counted by; the category always, and one more at most. */
export const DemandGroup = enumOf('CATEGORY', 'COUNTRY', 'CELL', 'HOUR', 'PARTY', 'LANGUAGE', 'OUTCOME');
/** {@link DemandGroup} */
export type DemandGroup = (typeof DemandGroup)[keyof typeof DemandGroup];

/** What names a group beside its category. */
export type GroupField = Exclude<keyof DemandView, 'category'>;

/** A category and what it is counted by besides; the hour is that of the day. */
export type Group = Readonly<{ category: string } & Partial<Record<GroupField, string | number | null>>>;

/** Fields of the groups of each grouping. A cell goes with its country, so that the cells of a country add up to it. */
export const fieldsOf: Readonly<Record<DemandGroup, readonly GroupField[]>> = {
  CATEGORY: [],
  COUNTRY: ['country'],
  CELL: ['country', 'cell'],
  HOUR: ['hour'],
  PARTY: ['party'],
  LANGUAGE: ['language'],
  OUTCOME: ['outcome'],
};

/** Whose groups each grouping divides. */
export const wholeOf: Readonly<Record<DemandGroup, DemandGroup>> = {
  CATEGORY: 'CATEGORY',
  COUNTRY: 'CATEGORY',
  CELL: 'COUNTRY',
  HOUR: 'CATEGORY',
  PARTY: 'CATEGORY',
  LANGUAGE: 'CATEGORY',
  OUTCOME: 'CATEGORY',
};

/** Names the group that holds another one in a coarser grouping, or itself. */
export const keyIn = (grouping: DemandGroup, group: Group): string =>
  JSON.stringify([group.category, ...fieldsOf[grouping].map((field) => group[field] ?? null)]);

/** The group that holds another one in a coarser grouping, or itself. */
export const groupIn = (grouping: DemandGroup, group: Group): Group => ({
  category: group.category,
  ...Object.fromEntries(fieldsOf[grouping].map((field) => [field, group[field] ?? null])),
});

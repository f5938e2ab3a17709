const prefix = 'haven-beds-';

/** The database in which an account keeps something on this device: each has its own, so that none is ever taken for another's. */
export const databaseOf = (subject: string): string => `${prefix}${subject}`;

/** Whose database this is; null: none of ours. */
export const subjectOf = (name: string): string | null => (name.startsWith(prefix) ? name.slice(prefix.length) : null);

/** Whether any account has kept something here. */
export async function isSomethingKept(): Promise<boolean> {
  const databases = await indexedDB.databases().catch(() => []);
  return databases.some(({ name }) => subjectOf(name ?? '') !== null);
}

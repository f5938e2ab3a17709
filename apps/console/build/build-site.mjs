import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compress } from './compress.mjs';
import { graphiqlConfig, graphiqlFolder, siteConfig, workerConfig } from './vite-config.mjs';
import { dist, root } from './stamp.mjs';

const site = new URL('site/', dist);
const types = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
};
/** Too much for an old phone to fetch in advance: the map, and all languages except the current one. */
const fetchedWhenWanted = /^assets\/((map|messages)[.-]|maplibre|countries)|\.woff2$/;

/** Builds the page, the service worker and GraphiQL, and lists the built files in manifest.json. */
export async function buildSite() {
  await rm(site, { recursive: true, force: true });
  await build(siteConfig(fileURLToPath(site)));
  const names = await namesIn(site);
  const paths = JSON.parse(await readFile(new URL('src/app/paths.json', root), 'utf8'));
  const kept = names.filter((name) => name.startsWith('assets/') && !fetchedWhenWanted.test(name));
  await build(workerConfig(fileURLToPath(site), { paths: paths.offline, files: kept.map((name) => `/${name}`) }));
  await build(graphiqlConfig(fileURLToPath(site)));
  const files = (await namesIn(site)).filter((name) => !name.endsWith('.html') && !name.startsWith('.'));
  const described = await Promise.all(files.map(describe));
  const pages = [
    { file: 'index.html', paths: Object.values(paths).flat(), hasEditor: false },
    { file: 'graphiql.html', paths: ['/graphiql'], hasEditor: true },
  ];
  await writeFile(new URL('manifest.json', dist), JSON.stringify({ pages, files: described }, null, 1));
}

async function describe(name) {
  const type = types[name.split('.').at(-1)];
  if (!type) throw new Error(`Say in build-site.mjs which media type ${name} has.`);
  const folder = name.split('/')[0];
  const isText = /^(text|application|image\/svg)/.test(type);
  const encodings = isText ? await compress(new URL(name, site), { quickly: folder === graphiqlFolder }) : [];
  return { name, type, hashed: folder === 'assets' || folder === graphiqlFolder, encodings };
}

async function namesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const top = fileURLToPath(folder);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replace('//', '/').slice(top.length))
    .sort();
}

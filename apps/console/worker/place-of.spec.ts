import { expect, it } from '@jest/globals';
import { placeOf } from './place-of';

const origin = 'https://haven.example.org';
const asked = (path: string, over: { method?: string; mode?: string } = {}) => ({
  method: 'GET',
  mode: 'navigate',
  url: new URL(path, origin),
  origin,
  ...over,
});

it.each([
  ['a screen', asked('/beds'), 'page'],
  ['a file of the page', asked('/assets/app-1a2b.js', { mode: 'cors' }), 'file'],
  ['the graph', asked('/graphql', { method: 'POST', mode: 'cors' }), 'network'],
  ['the graph by GET', asked('/graphql?query={me{role}}', { mode: 'cors' }), 'network'],
  ['the graph as a page', asked('/graphql'), 'network'],
  ['the provider', asked('/oidc/auth?x=1'), 'network'],
  ['the way back from it', asked('/signed-in?code=1'), 'network'],
  ['the exit', asked('/exit'), 'network'],
  ['a probe', asked('/health/ready', { mode: 'cors' }), 'network'],
  ['a file of another address', asked('https://other.example.org/assets/app-1a2b.js', { mode: 'cors' }), 'network'],
  ['a path that only begins like a file', asked('/assets/../graphql', { mode: 'cors' }), 'network'],
])('%s', (_what, request, place) => expect(placeOf(request, ['/', '/beds'])).toBe(place));

import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The current colours of the page: light or dark. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { sea: of('info-surface'), land: of('surface'), border: of('edge'), area: of('main'), avoid: of('danger') };
}

/** Land and borders, areas to avoid, and areas of confidential places. No image, no font, nothing from other servers. */
export function mapStyle(land: FeatureCollection): StyleSpecification {
  const { sea, land: ground, border, area, avoid } = colours();
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land, maxzoom: 8 },
      areas: { type: 'geojson', data: empty },
      avoid: { type: 'geojson', data: empty },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': ground } },
      { id: 'borders', type: 'line', source: 'land', paint: { 'line-color': border, 'line-width': 1 } },
      { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': area, 'fill-opacity': 0.18 } },
      { id: 'area-edges', type: 'line', source: 'areas', paint: { 'line-color': area, 'line-width': 1.5, 'line-dasharray': [3, 2] } },
      { id: 'avoid', type: 'fill', source: 'avoid', paint: { 'fill-color': avoid, 'fill-opacity': 0.25 } },
      { id: 'avoid-edges', type: 'line', source: 'avoid', paint: { 'line-color': avoid, 'line-width': 2 } },
    ],
  };
}

import { Marker, type Map as WorldMap } from 'maplibre-gl';
import type { Speech } from '../../../i18n/messages';
import type { FindDraft } from '../question/question';
import type { Spot } from './shown';

/** Shows numbers at the matches, and a marker at the person's location; returns a function that removes them. */
export function showMarkers(map: WorldMap, { originPoint, originName }: FindDraft, spots: readonly Spot[], t: Speech['t']): () => void {
  const markers = spots.map(({ point, numbers, names, isArea }) => {
    const name = names.join(', ');
    const element = elementOf(isArea ? 'map-spot map-spot-area' : 'map-spot', numbers.join(' · '));
    element.title = isArea ? t('find.map.approximate', { place: name }) : name;
    return new Marker({ element }).setLngLat([point.longitude, point.latitude]);
  });
  if (originPoint) {
    const element = elementOf('map-origin', originName ?? '');
    element.title = t('find.map.here');
    markers.push(new Marker({ element, anchor: 'bottom' }).setLngLat([originPoint.longitude, originPoint.latitude]));
  }
  for (const marker of markers) marker.addTo(map);
  return () => markers.forEach((marker) => marker.remove());
}

/** Visible only: screen readers get the same from the list. */
function elementOf(className: string, text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.setAttribute('aria-hidden', 'true');
  element.textContent = text;
  return element;
}

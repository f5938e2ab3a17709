import type { Map as WorldMap } from 'maplibre-gl';
import type { Point } from '../question/question';
import { kilometresBetween } from './circle';

/** An area while the user draws it. */
export interface DrawnArea {
  readonly center: Point;
  readonly radiusKm: number;
}

const leastKm = 1;

/**
 * Lets the user press in the middle of an area and drag to its edge, once. `onDraw` gets the growing area; `onDone` gets the final one, or
 * null if the user did not drag. Returns a function that stops it.
 */
export function drawArea(map: WorldMap, onDraw: (area: DrawnArea) => void, onDone: (area: DrawnArea | null) => void): () => void {
  const canvas = map.getCanvasContainer();
  let center: Point | null = null;
  let area: DrawnArea | null = null;
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    const { lat, lng } = map.unproject([clientX - left, clientY - top]);
    return { latitude: lat, longitude: lng };
  };
  const begin = (event: PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    canvas.setPointerCapture(event.pointerId);
    center = pointAt(event);
  };
  const move = (event: PointerEvent) => {
    if (!center) return;
    area = { center, radiusKm: Math.max(leastKm, Math.round(kilometresBetween(center, pointAt(event)))) };
    onDraw(area);
  };
  const end = () => {
    if (!center) return;
    stop();
    onDone(area);
  };
  const stop = () => {
    map.dragPan.enable();
    canvas.removeEventListener('pointerdown', begin, true);
    canvas.removeEventListener('pointermove', move, true);
    canvas.removeEventListener('pointerup', end, true);
  };
  map.dragPan.disable();
  canvas.addEventListener('pointerdown', begin, true);
  canvas.addEventListener('pointermove', move, true);
  canvas.addEventListener('pointerup', end, true);
  return stop;
}

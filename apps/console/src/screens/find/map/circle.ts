import type { Point } from '../question/question.js';

const earthRadiusKm = 6371.0088;
const corners = 64;
const toRadians = Math.PI / 180;

/** The closed ring of a circle on the earth, in GeoJSON order: longitude first. */
export function circle({ latitude, longitude }: Point, radiusKm: number): [number, number][] {
  const φ = latitude * toRadians;
  const δ = radiusKm / earthRadiusKm;
  return Array.from({ length: corners + 1 }, (_, n) => {
    const θ = (-2 * Math.PI * (n % corners)) / corners;
    const sin = Math.sin(φ) * Math.cos(δ) + Math.cos(φ) * Math.sin(δ) * Math.cos(θ);
    const east = Math.atan2(Math.sin(θ) * Math.sin(δ) * Math.cos(φ), Math.cos(δ) - Math.sin(φ) * sin);
    return [longitude + east / toRadians, Math.asin(sin) / toRadians];
  });
}

/** The distance in a straight line, in kilometres. */
export function kilometresBetween(a: Point, b: Point): number {
  const φ = [a.latitude, b.latitude].map((degrees) => degrees * toRadians) as [number, number];
  const Δφ = φ[1] - φ[0];
  const Δλ = (b.longitude - a.longitude) * toRadians;
  const h = Math.sin(Δφ / 2) ** 2 + Math.cos(φ[0]) * Math.cos(φ[1]) * Math.sin(Δλ / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

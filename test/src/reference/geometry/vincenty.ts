import type { Point } from '../contract-types.js';

const a = 6_378_137;
const f = 1 / 298.257223563;
const b = a * (1 - f);
const radians = Math.PI / 180;

/**
 * Metres between two points on WGS 84 by Vincenty's inverse formula (1975): another method than the product's, so that an error in one
 * shows. Infinity for nearly antipodal points, where it does not converge and which no search reaches.
 */
export function vincentyMeters(from: Point, to: Point): number {
  if (from.latitude === to.latitude && from.longitude === to.longitude) return 0;
  const L = (to.longitude - from.longitude) * radians;
  const U1 = Math.atan((1 - f) * Math.tan(from.latitude * radians));
  const U2 = Math.atan((1 - f) * Math.tan(to.latitude * radians));
  const [sinU1, cosU1, sinU2, cosU2] = [Math.sin(U1), Math.cos(U1), Math.sin(U2), Math.cos(U2)];
  let lambda = L;
  for (let round = 0; round < 200; round += 1) {
    const sinLambda = Math.sin(lambda);
    const cosLambda = Math.cos(lambda);
    const sinSigma = Math.hypot(cosU2 * sinLambda, cosU1 * sinU2 - sinU1 * cosU2 * cosLambda);
    if (sinSigma === 0) return 0;
    const cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cosU1 * cosU2 * sinLambda) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha ** 2;
    const cos2SigmaM = cosSqAlpha === 0 ? 0 : cosSigma - (2 * sinU1 * sinU2) / cosSqAlpha;
    const C = (f / 16) * cosSqAlpha * (4 + f * (4 - 3 * cosSqAlpha));
    const before = lambda;
    lambda = L + (1 - C) * f * sinAlpha * (sigma + C * sinSigma * (cos2SigmaM + C * cosSigma * (2 * cos2SigmaM ** 2 - 1)));
    if (Math.abs(lambda - before) < 1e-13) return arc({ sigma, sinSigma, cosSigma, cos2SigmaM, cosSqAlpha });
  }
  return Number.POSITIVE_INFINITY;
}

interface Arc {
  readonly sigma: number;
  readonly sinSigma: number;
  readonly cosSigma: number;
  readonly cos2SigmaM: number;
  readonly cosSqAlpha: number;
}

function arc({ sigma, sinSigma, cosSigma, cos2SigmaM, cosSqAlpha }: Arc): number {
  const uSq = (cosSqAlpha * (a ** 2 - b ** 2)) / b ** 2;
  const A = 1 + (uSq / 16_384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
  const B = (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
  const inner = cosSigma * (2 * cos2SigmaM ** 2 - 1) - (B / 6) * cos2SigmaM * (4 * sinSigma ** 2 - 3) * (4 * cos2SigmaM ** 2 - 3);
  return b * A * (sigma - B * sinSigma * (cos2SigmaM + (B / 4) * inner));
}

import type { Position } from '@haven/kernel';

/** WGS 84. */
const semiMajor = 6_378_137;
const eccentricitySquared = 0.006694379990141316;

/** Metres from the middle of the Earth along three axes. */
export function inSpace({ latitude, longitude }: Position): readonly [x: number, y: number, z: number] {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  const radius = semiMajor / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) ** 2);
  return [
    radius * Math.cos(phi) * Math.cos(lambda),
    radius * Math.cos(phi) * Math.sin(lambda),
    radius * (1 - eccentricitySquared) * Math.sin(phi),
  ];
}

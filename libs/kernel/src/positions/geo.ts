import { cellToLatLng, isValidCell, latLngToCell } from 'h3-js';

/** WGS 84 degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Whether the value is a position on Earth: latitude −90 to 90, longitude −180 to 180, both finite. */
export function isOnEarth(position: Position): boolean {
  return Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180;
}

/** H3 resolution of public cells, about 9 km across. One for each deployment, because a cell never changes. */
export const publicCellResolution = 5;

/** The H3 cell that stands for a confidential position wherever it is shown. */
export function publicCellOf(position: Position): string {
  return latLngToCell(position.latitude, position.longitude, publicCellResolution);
}

/** Centre of a public cell. No other position of a confidential place leaves the vault. */
export function centreOfCell(cell: string): Position {
  if (!isValidCell(cell)) throw new RangeError('Not an H3 cell');
  const [latitude, longitude] = cellToLatLng(cell);
  return { latitude, longitude };
}

import { centreOfCell, type Position } from '@haven/kernel';

/** Whether the position is only the centre of the cell, as in an export. */
export function isCentreOf(cell: string, position: Position): boolean {
  const centre = centreOfCell(cell);
  return Math.abs(centre.latitude - position.latitude) < 1e-9 && Math.abs(centre.longitude - position.longitude) < 1e-9;
}

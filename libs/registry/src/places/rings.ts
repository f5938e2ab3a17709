/** In the order of GeoJSON. */
export type Position = [longitude: number, latitude: number];
/** Rings of a polygon: the outer one first, then its holes. */
export type Rings = Position[][];

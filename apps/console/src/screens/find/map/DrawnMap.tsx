import { useEffect, useRef, useState, type RefObject } from 'react';
import type { FeatureCollection } from 'geojson';
import { GeoJSONSource, Map as WorldMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import './map.css';
import { useSpeech } from '../../../i18n/messages';
import { Button } from '../../../ui/Button';
import type { Match, Report } from '../queries';
import type { FindDraft, Point } from '../question/question';
import { circle } from './circle';
import { drawArea, type DrawnArea } from './draw-area';
import { fetchLand } from './land';
import { showMarkers } from './markers';
import { boundsOf, cellRadiusKm, spotsOf } from './shown';
import { mapStyle } from './style';

setWorkerUrl(workerUrl);

/** The data and the actions of the map. */
export interface DrawnMapProps {
  readonly draft: FindDraft;
  readonly report: Report | null;
  /** Where the parts of a party could go whom nobody takes whole. */
  readonly parts: readonly Match[];
  readonly change: (change: Partial<FindDraft>) => void;
  readonly onFailed: () => void;
}

/** The map. The list has the same content in words, so nobody depends on the map. */
export default function DrawnMap(props: DrawnMapProps) {
  const { t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const map = useMap(box, props.onFailed);
  const [isDrawing, setIsDrawing] = useState(false);
  const [drawn, setDrawn] = useState<DrawnArea | null>(null);
  useShown(map, props, drawn);
  usePick(map, isDrawing, props.change);
  useEffect(() => {
    if (!map || !isDrawing) return;
    const finish = (area: DrawnArea | null) => {
      setIsDrawing(false);
      setDrawn(null);
      if (area) props.change({ avoid: [...props.draft.avoid, { ...area, name: t('find.map.point') }] });
    };
    const stop = drawArea(map, setDrawn, finish);
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && finish(null);
    addEventListener('keydown', leave);
    return () => {
      stop();
      removeEventListener('keydown', leave);
    };
  }, [map, isDrawing, props.draft.avoid]);
  return (
    <>
      <p className="map-hint" role="status">
        {t(isDrawing ? 'find.map.drawing' : 'find.map.hint')}
      </p>
      <div className={isDrawing ? 'map map-drawing' : 'map'} ref={box} />
      <div className="map-tools">
        <Button aria-label={t('find.map.closer')} onPress={() => void map?.zoomIn()}>
          +
        </Button>
        <Button aria-label={t('find.map.wider')} onPress={() => void map?.zoomOut()}>
          −
        </Button>
        <Button aria-pressed={isDrawing} onPress={() => setIsDrawing(!isDrawing)}>
          {t('find.map.draw')}
        </Button>
      </div>
      <p className="map-hint">{t('find.map.sources')}</p>
    </>
  );
}

const firstView = { center: [108, 8] as [number, number], zoom: 2.5 };

/** Draws the map into an element, and again when the page changes between light and dark. */
function useMap(box: RefObject<HTMLDivElement | null>, onFailed: () => void): WorldMap | null {
  const { t } = useSpeech();
  const [map, setMap] = useState<WorldMap | null>(null);
  useEffect(() => {
    let made: WorldMap | null = null;
    let isGone = false;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const make = async () => {
      const land = await fetchLand();
      if (isGone || !box.current) return;
      made = new WorldMap({
        container: box.current,
        style: mapStyle(land),
        ...firstView,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        doubleClickZoom: false,
        locale: { 'Map.Title': t('find.map') },
      });
      made.touchZoomRotate.disableRotation();
      dark.addEventListener('change', () => made?.setStyle(mapStyle(land)));
      const ready = made;
      made.once('load', () => setMap(ready));
    };
    make().catch(onFailed);
    return () => {
      isGone = true;
      setMap(null);
      made?.remove();
    };
  }, [t]);
  return map;
}

/** Where the answers are, where the person is, and where nobody may be sent. */
function useShown(map: WorldMap | null, { draft, report, parts }: DrawnMapProps, drawn: DrawnArea | null): void {
  const { t } = useSpeech();
  useEffect(() => {
    if (!map) return;
    const spots = spotsOf(report, parts);
    const bounds = boundsOf(draft, spots);
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (bounds) map.fitBounds(bounds, { padding: 60, maxZoom: 11, duration: isStill ? 0 : 400 });
    return showMarkers(map, draft, spots, t);
  }, [map, report, parts, draft.originPoint, t]);
  useEffect(() => {
    if (!map) return;
    const set = (id: string, areas: readonly DrawnArea[]) => void (map.getSource(id) as GeoJSONSource | undefined)?.setData(ringsOf(areas));
    const show = () => {
      set('avoid', [...draft.avoid, ...(drawn ? [drawn] : [])]);
      const areas = spotsOf(report, parts).filter(({ isArea }) => isArea);
      set(
        'areas',
        areas.map(({ point }) => ({ center: point, radiusKm: cellRadiusKm })),
      );
    };
    show();
    map.on('styledata', show);
    return () => void map.off('styledata', show);
  }, [map, report, parts, draft.avoid, drawn]);
}

const ringsOf = (areas: readonly DrawnArea[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: areas.map(({ center, radiusKm }) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [circle(center, radiusKm)] },
  })),
});

/** A click sets the person's location. */
function usePick(map: WorldMap | null, isDrawing: boolean, change: DrawnMapProps['change']): void {
  const { t } = useSpeech();
  useEffect(() => {
    if (!map || isDrawing) return;
    const pick = ({ lngLat }: { readonly lngLat: { readonly lat: number; readonly lng: number } }) => {
      const point: Point = { latitude: lngLat.lat, longitude: lngLat.lng };
      change({ origin: { point }, originName: t('find.map.point'), originPoint: point });
    };
    map.on('click', pick);
    return () => void map.off('click', pick);
  }, [map, isDrawing, t]);
}

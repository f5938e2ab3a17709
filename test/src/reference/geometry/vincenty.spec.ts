import { describe, expect, it } from '@jest/globals';
import { vincentyMeters } from './vincenty.js';

describe('the distance of the reference', () => {
  it('is the published length of the line from Flinders Peak to Buninyong, on WGS 84', () => {
    const flindersPeak = { latitude: -37.95103341666667, longitude: 144.42486788888888 };
    const buninyong = { latitude: -37.65282113888889, longitude: 143.92649552777777 };
    expect(vincentyMeters(flindersPeak, buninyong)).toBeCloseTo(54_972.271, 2);
  });

  it('is one minute of arc on the equator, across the antimeridian too', () => {
    const minute = (6_378_137 * Math.PI) / 180 / 60;
    expect(vincentyMeters({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 / 60 })).toBeCloseTo(minute, 4);
    expect(vincentyMeters({ latitude: 0, longitude: 180 - 1 / 120 }, { latitude: 0, longitude: 1 / 120 - 180 })).toBeCloseTo(minute, 4);
  });
});

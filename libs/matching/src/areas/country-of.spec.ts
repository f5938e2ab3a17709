import { describe, expect, it } from '@jest/globals';
import { countryOf } from './country-of.js';

describe('the country of a place near a border', () => {
  it.each([
    ['Aranyaprathet', 13.692, 102.505, 'TH'],
    ['Poipet', 13.658, 102.563, 'KH'],
    ['Mae Sot', 16.7131, 98.5747, 'TH'],
    ['Myawaddy', 16.688, 98.508, 'MM'],
    ['San Ysidro', 32.551, -117.043, 'US'],
    ['Ciudad Juárez', 31.74, -106.485, 'MX'],
    ['Val Müstair', 46.601255, 10.422899, 'CH'],
    ['Padang Besar', 6.66, 100.321, 'MY'],
    ['Johor Bahru', 1.46, 103.76, 'MY'],
    ['Woodlands', 1.437, 103.786, 'SG'],
    ['Ban Houayxay', 20.276, 100.413, 'LA'],
    ['Chiang Khong', 20.26, 100.406, 'TH'],
    ['Nong Khai', 17.878, 102.741, 'TH'],
    ['Audun-le-Tiche', 49.4787, 5.964, 'FR'],
    ['Weil am Rhein', 47.593, 7.611, 'DE'],
  ])('is not that of the nearest city: %s', (_, latitude, longitude, country) => expect(countryOf({ latitude, longitude })).toBe(country));
});

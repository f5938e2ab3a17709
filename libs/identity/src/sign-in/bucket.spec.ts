import { describe, expect, it } from '@jest/globals';
import { addressBucket, nameBucket, placeOf } from './bucket.js';

describe('the bucket of an attempt', () => {
  it('is the same for both forms of an IPv4 address', () => {
    expect(placeOf('::ffff:192.0.2.7')).toBe(placeOf('192.0.2.7'));
    expect(placeOf('192.0.2.8')).not.toBe(placeOf('192.0.2.7'));
  });

  it('is the same for all addresses that the owner of an IPv6 network can choose', () => {
    const places = ['2001:db8:0:7::1', '2001:db8:0:7:ffff::', '2001:DB8::7:0:0:0:9', '2001:db8:0:7:1:2:3:4%eth0'].map(placeOf);
    expect(new Set(places).size).toBe(1);
    expect(placeOf('2001:db8:0:8::1')).not.toBe(places[0]);
    expect(placeOf('::1')).toBe(placeOf('0:0:0:0:0:0:0:1'));
  });

  it('contains nothing of the name or address', () => {
    expect(nameBucket('ana.lim').key).toMatch(/^name \d{1,5}$/);
    expect(addressBucket(placeOf('192.0.2.7')).key).toMatch(/^address \d{1,5}$/);
  });
});

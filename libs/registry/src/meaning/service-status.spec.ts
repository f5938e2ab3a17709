import { describe, expect, it } from '@jest/globals';
import { serviceStatusOf } from './service-status.js';

describe('the status of a service', () => {
  it.each(['closed', 'Closed', 'Deactivated', 'SUSPENDED', 'archived', 'not-active', 'Inactivo', 'Fermé', 'tidak aktif', 0, false])(
    'is inactive by %s',
    (status) => expect(serviceStatusOf({ status })).toBe('INACTIVE'),
  );

  it.each(['Active', 'open', 'Activo', 'actif', 1, true, 'pending', '', null])('is active by %s: unknown is not no', (status) =>
    expect(serviceStatusOf({ status })).toBe('ACTIVE'),
  );

  it.each([
    ['Closed temporarily', 'TEMPORARILY_CLOSED'],
    ['permanently_closed', 'DEFUNCT'],
  ])('can be several words: %s', (status, name) => expect(serviceStatusOf({ status })).toBe(name));
});

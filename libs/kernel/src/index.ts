export * from './result.js';
export * from './failures.js';
export * from './clock.js';
export * from './people.js';
export * from './admission.js';
export * from './freshness.js';
export * from './geo.js';

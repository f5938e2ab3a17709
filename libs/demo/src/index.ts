/** The invented directory with which a new system can start. */
export { writeDemo } from './write-demo.js';

/** The invented directory that a new system can be filled with. */
export { writeDemo } from './write-demo.js';

import { answerFaults } from './faults/answer-faults.js';
import { burdenFaults } from './faults/burden-faults.js';
import { languageFaults } from './faults/language-faults.js';
import { meetingFaults } from './faults/meeting-faults.js';
import { peopleFaults } from './faults/people-faults.js';
import { reasonFaults } from './faults/reason-faults.js';
import type { SeededFault } from './faults/seeded-fault.js';
import { splitFaults } from './faults/split-faults.js';

/** One fault for each rule of matching, by its name. */
export const seededFaults: Readonly<Record<string, SeededFault>> = {
  ...meetingFaults,
  ...peopleFaults,
  ...splitFaults,
  ...languageFaults,
  ...burdenFaults,
  ...reasonFaults,
  ...answerFaults,
};

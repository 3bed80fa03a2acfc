import { abortFaults } from './abort-faults.ts';
import { bodyFaults } from './body-faults.ts';
import { brokenConnectionFaults } from './broken-connection-faults.ts';
import { documentFaults } from './document-faults.ts';
import type { FaultGroup } from './fault.ts';
import { noConnectionFaults } from './no-connection-faults.ts';
import { slowAnswerFaults } from './slow-answer-faults.ts';
import { statusFaults } from './status-faults.ts';

/** Every row of the matrix, in the order in which a call meets them. */
export const faultGroups: readonly FaultGroup[] = [
  noConnectionFaults,
  brokenConnectionFaults,
  slowAnswerFaults,
  bodyFaults,
  statusFaults,
  documentFaults,
  abortFaults,
];

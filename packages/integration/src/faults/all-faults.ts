import { bodyFaults } from './body-faults.ts';
import {
  abortFaults,
  brokenConnectionFaults,
  noConnectionFaults,
  slowAnswerFaults,
} from './connection-faults.ts';
import { documentFaults } from './document-faults.ts';
import type { FaultGroup } from './fault.ts';
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

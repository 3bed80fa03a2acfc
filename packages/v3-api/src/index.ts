export { type OperationName, operationNames, operations } from './operations/all-operations.ts';
export {
  type Conflict,
  type Effect,
  errorStatusesOf,
  type Evidence,
  type HttpMethod,
  type Operation,
  type Paging,
} from './operations/operation.ts';
export { operationGroups } from './operations/all-operations.ts';
export {
  type UnwrittenRequest,
  writeRequest,
  type WrittenRequest,
} from './messages/request-writer.ts';
export { type ReadAnswer, readAnswer, type ReceivedAnswer } from './messages/answer-reader.ts';
export {
  type ReadCall,
  type ReadRequest,
  readRequest,
  type ReceivedRequest,
} from './messages/request-reader.ts';
export {
  type UnwrittenAnswer,
  writeAnswer,
  writeProblem,
  type WrittenAnswer,
} from './messages/answer-writer.ts';
export type { V3Answer, V3Request } from './messages/served.ts';
export { findRoute, type Route } from './messages/routes.ts';
export {
  type Problem,
  problem,
  type ProblemErrors,
  problemOfValues,
  type ProblemStatus,
  problemTitles,
} from './messages/problem.ts';
export { type JsonLimits, type JsonReading, readJson, usualJsonLimits } from './messages/json.ts';
export type { Member, Presence, Schema } from './schema/schema.ts';
export type { SchemaProblem } from './schema/reading.ts';
export type * from './types/index.ts';

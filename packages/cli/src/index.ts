export { type ParameterRow, parameterRows } from './reference/parameter-rows.ts';

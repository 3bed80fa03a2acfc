export { advice, type AdviceGroup, adviceGroups } from './reference/advice.ts';
export { generalCodes } from './reference/general-codes.ts';
export { isOpen, type ParameterRow, parameterRows } from './reference/parameter-rows.ts';

export { compilePrograms } from './compile-programs.ts';
export { compiledProgram } from './workspace-programs.ts';

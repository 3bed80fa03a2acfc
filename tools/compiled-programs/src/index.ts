export { compilePrograms } from './compile-programs.ts';

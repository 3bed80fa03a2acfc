import { typeModules } from './type-modules.ts';
import { writeModules } from './written-modules.ts';

writeModules({
  command: 'core:types',
  folder: 'packages/core/src/types',
  modules: typeModules(),
  source: 'the catalogue',
});

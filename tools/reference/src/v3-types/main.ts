import { writeModules } from '../types/written-modules.ts';
import { typeModules } from './type-modules.ts';

writeModules({
  command: 'v3:types',
  folder: 'packages/v3-api/src/types',
  modules: typeModules(),
  source: 'the description',
});

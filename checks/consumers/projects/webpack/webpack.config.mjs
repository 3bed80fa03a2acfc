import { resolve } from 'node:path';

export default {
  mode: 'production',
  target: 'node20',
  entry: './main.mjs',
  externalsType: 'module',
  externals: { libsql: 'libsql' },
  experiments: { outputModule: true },
  output: { path: resolve('bundle'), filename: 'main.mjs', module: true, clean: true },
};

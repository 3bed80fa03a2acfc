import { readPages, repositoryFiles } from '../../src/repository.ts';
import { stagePages } from '../../src/stage-pages.ts';

// Stages the pages of a repository, and prints what each of them shows.
const [root = '', into = ''] = process.argv.slice(2);
const files = repositoryFiles(root);
const shown = stagePages(root, files, readPages(root, files), into);
console.log(JSON.stringify([...shown]));

// Writes a page of each entry that api.json names, from the types and comments of its sources.
import { readFileSync } from 'node:fs';
import { Application } from 'typedoc';

const entries = JSON.parse(readFileSync('api.json', 'utf8'));
const application = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: entries.map(({ source }) => source),
  tsconfig: '../../../tsconfig.json',
  // The workspace's own compiler judges the sources.
  skipErrorChecking: true,
  treatWarningsAsErrors: true,
  validation: { notExported: false },
  out: '.pages/api',
  cleanOutputDir: false,
  entryFileName: 'index.md',
  router: 'module',
  readme: 'none',
  name: 'API',
  disableSources: true,
  excludeInternal: true,
  githubPages: false,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  propertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  useCodeBlocks: true,
  // Its own count of headings of one name differs from that of the Markdown.
  useHTMLAnchors: true,
  pageTitleTemplates: { index: 'API', module: ({ name }) => `API of ${name}` },
});
const project = await application.convert();
if (project === undefined) process.exit(1);
// TypeDoc calls them by their files; people import them by name.
const names = new Map(entries.map(({ source, name }) => [calledByTypeDoc(source), name]));
for (const entry of project.children ?? []) entry.name = names.get(entry.name) ?? entry.name;
await application.generateOutputs(project);
if (application.logger.hasErrors() || application.logger.hasWarnings()) process.exit(1);

function calledByTypeDoc(source) {
  return source.replace(/^.*\/packages\//u, '').replace(/(\/index)?\.ts$/u, '');
}

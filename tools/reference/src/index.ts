export { exampleTable } from './pages/example-table.ts';

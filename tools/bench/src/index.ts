export { Bench, type BenchSettings } from './bench.ts';
export { type Figure, type FigureResult, figureResult } from './figure.ts';
export { allFigures } from './figures/all-figures.ts';
export { barChart, lineChart } from './report/charts.ts';
export { formatRow } from './report/table.ts';
export { formatGoal, isMet, median, ratios, summarise } from './statistics.ts';

export { compareReports } from './compare-reports.ts';
export { trendPointOf } from './trend-point.ts';

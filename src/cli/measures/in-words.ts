import type { Colors } from 'picocolors/types.js';
import type { Language } from '../../workspace/index.ts';
import type { MeasureListing } from './listing.ts';

type IndicatorLine = MeasureListing['indicators'][number];

const marks = {
  computed: '✓',
  evaluation: '◇',
  declared: '○',
  not_computed: '·',
  not_applicable: '–',
} as const;

const words = {
  zh: {
    measures: '指标',
    needs: '需要',
    higher: '越高越好',
    lower: '越低越好',
    annex: '附录细项',
    extension: '本项目扩展',
    computed: '已计算',
    evaluation: '由评测给出',
    declared: '需要声明或人工判断',
    not_computed: '尚未计算',
    not_applicable: '不适用于表格与时间序列',
    note: '* 单一来源或本项目自行对应，未经标准文本核实。',
  },
  en: {
    measures: 'Measures',
    needs: 'needs',
    higher: 'higher is better',
    lower: 'lower is better',
    annex: 'items of the annex',
    extension: 'our extension',
    computed: 'computed',
    evaluation: 'given by an evaluation',
    declared: 'needs a declaration or a person',
    not_computed: 'not computed yet',
    not_applicable: 'does not apply to tables and time series',
    note: '* from one source, or our own assignment; not verified with the text of the standard.',
  },
} as const;

const star = (basis: 'reported' | 'unverified') => (basis === 'unverified' ? '*' : '');

/** Consecutive lines of one list: a standard, its annex, or our extension. */
function lists(indicators: readonly IndicatorLine[]): readonly (readonly IndicatorLine[])[] {
  const keys = [...new Set(indicators.map(({ standard, part }) => `${standard} ${part}`))];
  return keys.map((key) => indicators.filter(({ standard, part }) => `${standard} ${part}` === key));
}

/** The listing for a terminal. */
export function measuresInWords(
  { measures, indicators }: MeasureListing,
  language: Language,
  colours: Pick<Colors, 'bold' | 'cyan' | 'dim' | 'green'>,
): string {
  const say = words[language];
  const measureLines = measures.flatMap(({ id, name, formula, direction, standards, requires }) => [
    `  ${colours.cyan(id)}  ${name[language]}${colours.dim(` · ${direction === 'higher_is_better' ? say.higher : say.lower}`)}`,
    `    ${formula[language]}`,
    ...(standards.length
      ? [
          `    ${colours.dim(standards.map((one) => `${one.standard} ${one.id}${star(one.basis)}`).join('; '))}`,
        ]
      : []),
    ...(requires.length ? [`    ${colours.dim(`${say.needs}: ${requires.join(', ')}`)}`] : []),
  ]);
  const coverageLines = lists(indicators).flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const counts = (Object.keys(marks) as (keyof typeof marks)[])
      .map((coverage) => [coverage, list.filter((one) => one.coverage === coverage).length] as const)
      .filter(([, count]) => count > 0)
      .map(([coverage, count]) => `${marks[coverage]} ${say[coverage]} ${count}`);
    const title = first.part === null ? first.standard : `${first.standard} · ${say[first.part]}`;
    return [
      '',
      `${colours.bold(title)}  ${list.length}  ${colours.dim(counts.join('  '))}`,
      ...list.map(({ id, name, basis, coverage, measures: by, reason_text: reason }) => {
        const how = by.map((one) => `${one.id}${star(one.basis)}`).join(', ') || reason?.[language];
        const mark = coverage === 'computed' ? colours.green(marks[coverage]) : marks[coverage];
        return `  ${mark} ${id}${star(basis)}  ${name[language]}  ${colours.dim(how ?? '')}`;
      }),
    ];
  });
  return [colours.bold(say.measures), ...measureLines, ...coverageLines, '', colours.dim(say.note)].join(
    '\n',
  );
}

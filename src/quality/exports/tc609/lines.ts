import { formatNumber, formatShare } from '../../../report/index.ts';
import { type Language, textIn } from '../../../workspace/index.ts';
import type { AssessmentForm, FormDimension, FormIndicator, IndicatorResult } from './form.ts';
import { formWords as words } from './words.ts';

const separator = { zh: '、', en: ', ' } as const;

/** A difference in percentage points with its sign. */
function points(value: number): string {
  return `${value > 0 ? '+' : ''}${formatNumber(Number((value * 100).toFixed(1)))}`;
}

export function valueIn(result: IndicatorResult, language: Language): string {
  if (result.status === 'measured') return formatShare(result.value);
  if (result.status === 'difference')
    return `${points(result.value)} ${language === 'zh' ? '个百分点' : 'points'}`;
  return textIn(words.notMeasured, language);
}

export function countsIn(result: IndicatorResult, language: Language): string {
  if (result.status === 'measured') {
    return `${formatNumber(result.numerator, 9)} / ${formatNumber(result.denominator, 9)}`;
  }
  if (result.status === 'not_measured') return '–';
  const [used, unused] = [formatShare(result.with), formatShare(result.without)];
  return `${textIn(words.withData, language)} ${used}, ${textIn(words.withoutData, language)} ${unused}`;
}

function intervalIn(result: IndicatorResult, language: Language): string | undefined {
  if (result.status === 'not_measured' || !result.interval) return undefined;
  const { low, high, level } = result.interval;
  const [from, to] =
    result.status === 'difference' ? [points(low), points(high)] : [formatShare(low), formatShare(high)];
  return language === 'zh'
    ? `${formatShare(level)} 区间：${from} 至 ${to}`
    : `${formatShare(level)} interval: ${from} to ${to}`;
}

/** What there is to say of an indicator beside its value, one remark a line. */
export function remarksOf(indicator: FormIndicator, language: Language): readonly string[] {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language);
  const { result, note, aspects, scored } = indicator;
  const colon = language === 'zh' ? '：' : ': ';
  const list = (known: boolean) =>
    (aspects ?? [])
      .filter((one) => one.known === known)
      .map(({ name }) => name[language])
      .join(separator[language]) || say(words.none);
  const why =
    result.status === 'not_measured'
      ? [say(result.why), `${say(words.needs)}${colon}${result.missing.map(say).join(separator[language])}`]
      : [];
  const lines = [
    ...why,
    ...(aspects
      ? [`${say(words.said)}${colon}${list(true)}`, `${say(words.notSaid)}${colon}${list(false)}`]
      : []),
    intervalIn(result, language),
    note?.[language],
    scored ? undefined : say(words.notScored),
  ];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}

export function reachesIn({ reaches }: FormDimension, language: Language): string {
  const text = reaches === null ? words.open : reaches ? words.reached : words.notReached;
  return textIn(text, language);
}

export function scoreIn(score: number | null): string {
  return score === null ? '–' : formatNumber(Number(score.toFixed(1)));
}

export function boundsIn({ bounds }: FormDimension): string {
  return `${scoreIn(bounds.low)} – ${scoreIn(bounds.high)}`;
}

/** The dataset and how it was measured, as names and values. */
export function headOf(form: AssessmentForm, language: Language): readonly (readonly [string, string])[] {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language);
  const { dataset } = form;
  const unknown = say(words.unknown);
  const indicators = form.dimensions.flatMap((dimension) => dimension.indicators);
  const open = indicators.filter(({ result }) => result.status === 'not_measured').length;
  return [
    [say(words.dataset), dataset.id],
    [say(words.name), say(dataset.title) || unknown],
    [say(words.version), dataset.version || unknown],
    [say(words.license), dataset.license ?? unknown],
    [
      say(words.size),
      language === 'zh'
        ? `${formatNumber(dataset.records, 9)} 条记录，${dataset.files} 个文件`
        : `records: ${formatNumber(dataset.records, 9)}, files: ${dataset.files}`,
    ],
    [say(words.scenario), form.scenario ?? say(words.generalUse)],
    [say(words.measuredIndicators), `${indicators.length - open} / ${indicators.length}`],
    [say(words.measuredAt), form.measuredAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
    [say(words.tool), form.tool],
    [say(words.profile), form.profile],
    [say(words.hash), dataset.hash],
  ];
}

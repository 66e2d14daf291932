import type { Language } from '../../../src/workspace/index.ts';
import type { ProcessParametersAnswer } from '../answer.ts';

/** To follow on a sentence: what the source allows; `''` where nothing is stated. */
export function windowSentence(window: ProcessParametersAnswer['window'], language: Language): string {
  if (!window) return '';
  const { min, max, unit, source } = window;
  if (language === 'zh') return `${source} 的温度窗口为 ${min ?? '—'} 至 ${max ?? '—'} ${unit}。`;
  return ` The window in ${source} is ${min ?? '—'} to ${max ?? '—'} ${unit}.`;
}

/** To follow on a sentence: what more heat does to the result. */
export function sensitivitySentence(
  sensitivity: ProcessParametersAnswer['sensitivity'],
  language: Language,
): string {
  if (!sensitivity) return '';
  const { value, unit } = sensitivity;
  return language === 'zh'
    ? `每升高 10 °C，硬度变化 ${value} ${unit}。`
    : ` 10 °C more change it by ${value} ${unit}.`;
}

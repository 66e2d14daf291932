import pc from 'picocolors';
import type { Step } from '../../agents/index.ts';
import { parseToolText } from '../server/index.ts';
import type { Language } from '../workspace/index.ts';

const longest = 160;
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What came back, in a few words: how many items of how many, or the error. */
function outcome({ ok, result }: Step, language: Language): string {
  const value = parseToolText(result);
  const data = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (!ok) return cut(`${data['code'] ?? 'error'}: ${data['message'] ?? result}`);
  const { returned, total, verdict } = data;
  const parts = [
    verdict === undefined ? '' : String(verdict),
    returned === undefined ? '' : `${returned}/${total} ${language === 'zh' ? '项' : 'items'}`,
  ].filter(Boolean);
  return parts.join(', ') || (language === 'zh' ? '完成' : 'done');
}

/** Two lines: what an agent called and with what; how it went. */
export function renderStep(step: Step, language: Language): string {
  const { tool, arguments: args, ok, milliseconds } = step;
  return [
    `${ok ? pc.green('→') : pc.red('✗')} ${pc.cyan(tool)} ${pc.dim(cut(JSON.stringify(args)))}`,
    pc.dim(`    ${outcome(step, language)}  ${Math.round(milliseconds)} ms`),
  ].join('\n');
}

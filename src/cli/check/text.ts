import pc from 'picocolors';
import { severityWords, type Tone, verdictWords } from '../../report/index.ts';
import { repairCommand } from '../../report/quality/values.ts';
import {
  type Language,
  type Proposal,
  type QualityReport,
  type Text,
  textIn,
} from '../../workspace/index.ts';

const colours: Record<Tone, (text: string) => string> = {
  good: pc.green,
  warning: pc.yellow,
  bad: pc.red,
  info: pc.dim,
  neutral: pc.dim,
};

/** Proposals that are told one by one. */
const shownProposals = 10;

export function verdictIn({ verdict }: Pick<QualityReport, 'verdict'>, language: Language): string {
  const [tone, words] = verdictWords[verdict];
  return colours[tone](textIn(words, language));
}

const statusWords = {
  met: ['good', { zh: '满足', en: 'met' }],
  partly: ['warning', { zh: '部分满足', en: 'partly' }],
  missing: ['bad', { zh: '缺少', en: 'missing' }],
  not_measured: ['neutral', { zh: '未评估', en: 'unknown' }],
} as const satisfies Readonly<Record<QualityReport['requirements'][number]['status'], readonly [Tone, Text]>>;

/** A report for the terminal: verdict, failed gates, demands, findings, and what is proposed. */
export function reportText(report: QualityReport, language: Language): string {
  const say = (text: Text) => textIn(text, language);
  const scenario = report.scenario === null ? '' : `  @${report.scenario}`;
  return [
    `${pc.bold(report.dataset)}${scenario}  ${verdictIn(report, language)}  ${pc.dim(report.hash.slice(0, 12))}`,
    ...report.gates
      .filter(({ id, passed }) => passed === false && !id.startsWith('requirement:'))
      .map((gate) => `  ${pc.red('✗')} ${say(gate.name)}: ${say(gate.reason)}`),
    ...report.requirements.map(({ status, level, description, reason, id }) => {
      const [tone, words] = statusWords[status];
      const mark = level === 'required' ? '*' : ' ';
      return `  ${mark} ${colours[tone](say(words).padEnd(8))} ${say(description) || id}${pc.dim(` — ${say(reason)}`)}`;
    }),
    ...report.findings.flatMap((finding) => {
      const { severity, message, remedy, repair } = finding;
      const told = `  ${say(severityWords[severity][1]).padEnd(8)} ${say(message)}${pc.dim(` — ${say(remedy)}`)}`;
      return repair ? [told, pc.dim(`           ${repairCommand(report, finding)}`)] : [told];
    }),
    ...proposalLines(report.proposals, language),
  ].join('\n');
}

function proposalLines(proposals: readonly Proposal[], language: Language): readonly string[] {
  if (proposals.length === 0) return [];
  const head =
    language === 'zh'
      ? `  建议（${proposals.length} 项，接受前不起作用，用 --accept 接受）：`
      : `  ${proposals.length} proposals, of no effect until accepted with --accept:`;
  const more = proposals.length - shownProposals;
  return [
    head,
    ...proposals.slice(0, shownProposals).map((one) => `    ${proposalText(one, language)}`),
    ...(more > 0 ? [language === 'zh' ? `    另有 ${more} 项` : `    and ${more} more`] : []),
  ];
}

export function proposalText({ id, value, confidence, reason }: Proposal, language: Language): string {
  const told = typeof value === 'string' ? value : JSON.stringify(value);
  return `${id} = ${told}  ${pc.dim(`${confidence.toFixed(2)} ${textIn(reason, language)}`)}`;
}

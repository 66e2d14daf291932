import type { Language } from '../../src/workspace/index.ts';
import type { Citation, Fault, FaultDiagnosisAnswer, Note } from './answer.ts';
import { list, say, shown } from './words.ts';

/** What a diagnosis found; what is left out is empty. */
export type Findings = Partial<Omit<FaultDiagnosisAnswer, 'status' | 'text'>>;

/** The complete answer, with the same in words. Answered: at least one fault was decided on. */
export function reply(findings: Findings, language: Language): FaultDiagnosisAnswer {
  const faults = findings.faults ?? [];
  const answer = {
    status: faults.some(({ verdict }) => verdict !== 'not_determinable') ? 'answered' : 'declined',
    dataset: findings.dataset ?? null,
    record: findings.record ?? null,
    faults,
    severity: findings.severity ?? null,
    missing: findings.missing ?? [],
    evidence: {
      datasets: findings.evidence?.datasets ?? [],
      passages: eachOnce(findings.evidence?.passages ?? []),
    },
    qualifications: findings.qualifications ?? [],
    derivation: findings.derivation ?? [],
    next_check: findings.next_check ?? nextCheck(faults, findings.missing ?? [], language),
  } as const;
  return { ...answer, text: inWords(answer, language) };
}

const eachOnce = (passages: readonly Citation[]): Citation[] => [
  ...new Map(passages.map((passage) => [JSON.stringify(passage), passage])).values(),
];

/** Where a reading is nearest to its limit, or what has to be supplied. */
function nextCheck(faults: readonly Fault[], missing: readonly Note[], language: Language): string {
  const nearest = faults
    .filter(({ verdict }) => verdict !== 'not_determinable')
    .flatMap(({ code, margins }) => margins.map((margin) => ({ code, ...margin })))
    .filter(({ limit }) => limit !== 0)
    .toSorted((a, b) => Math.abs(a.margin / a.limit) - Math.abs(b.margin / b.limit))[0];
  if (nearest) {
    const unit = nearest.unit ? ` ${nearest.unit}` : '';
    return say(
      language,
      `Check the readings behind ${nearest.quantity} first: of all conditions it is nearest to its limit (${nearest.code}, ${shown(nearest.value)} against ${shown(nearest.limit)}${unit}).`,
      `先核对 ${nearest.quantity} 的读数：在所有判据中它离限值最近（${nearest.code}，${shown(nearest.value)} 对限值 ${shown(nearest.limit)}${unit}）。`,
    );
  }
  return missing.length > 0
    ? say(language, 'Supply what is named as missing, and ask again.', '补齐上述缺少的内容后再次提问。')
    : say(language, 'None that the documents give.', '文档未给出。');
}

function inWords(answer: Omit<FaultDiagnosisAnswer, 'text'>, language: Language): string {
  const { dataset, record, faults, severity } = answer;
  const subject = [dataset, recordName(record, language)]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ');
  const lines = [
    subject === '' ? '' : `${subject}${language === 'zh' ? '：' : ':'}`,
    ...faults.filter(({ verdict }) => verdict === 'present').map((fault) => present(fault, language)),
    verdictLine(faults, 'absent', language),
    ...notDeterminable(faults, language),
    severity &&
      say(
        language,
        `Severity zone ${severity.zone}: ${shown(severity.value)} ${severity.unit}. ${severity.meaning}`,
        `振动烈度区域 ${severity.zone}：${shown(severity.value)} ${severity.unit}。${severity.meaning}`,
      ),
    notes(say(language, 'Missing', '缺少'), answer.missing, language),
    notes(say(language, 'To be considered', '须注意'), answer.qualifications, language),
    sources(answer.evidence.passages, language),
    say(language, `Next check: ${answer.next_check}`, `下一步：${answer.next_check}`),
  ];
  return lines.filter(Boolean).join('\n');
}

const title = (code: string, name: string) => (name === code ? code : `${code} (${name})`);

function recordName(record: FaultDiagnosisAnswer['record'], language: Language): string {
  if (!record) return '';
  if (record.id) return record.id;
  return record.row === null
    ? say(language, 'the values given', '问题给出的数值')
    : say(language, `row ${record.row}`, `第 ${record.row} 行`);
}

function present({ code, name, reason, action }: Fault, language: Language): string {
  const what = say(
    language,
    `${title(code, name)} is present: ${reason}.`,
    `${title(code, name)} 成立：${reason}。`,
  );
  const todo = action ? say(language, ` Action: ${action}`, `处置：${action}`) : '';
  return what + todo;
}

function verdictLine(faults: readonly Fault[], verdict: Fault['verdict'], language: Language): string {
  const codes = faults.filter((fault) => fault.verdict === verdict).map(({ code }) => code);
  if (codes.length === 0) return '';
  return say(language, `Absent: ${list(language, codes)}.`, `不成立：${list(language, codes)}。`);
}

/** One line for each reason. */
function notDeterminable(faults: readonly Fault[], language: Language): readonly string[] {
  const open = faults.filter(({ verdict }) => verdict === 'not_determinable');
  return [...new Set(open.map(({ reason }) => reason))].map((reason) => {
    const names = open.filter((fault) => fault.reason === reason).map(({ code, name }) => title(code, name));
    return say(
      language,
      `Not determinable: ${list(language, names)}: ${reason}`,
      `无法判定：${list(language, names)}：${reason}`,
    );
  });
}

const notes = (heading: string, found: readonly Note[], language: Language): string =>
  found.length === 0
    ? ''
    : `${heading}${language === 'zh' ? '：' : ': '}${found.map(({ text }) => text).join(' ')}`;

function sources(passages: readonly Citation[], language: Language): string {
  if (passages.length === 0) return '';
  const spans = new Map<string, string[]>();
  for (const { document, start, end } of passages) {
    spans.set(document, [...(spans.get(document) ?? []), `${start}-${end}`]);
  }
  const named = [...spans].map(([document, places]) => `${document} [${places.join(', ')}]`);
  return `${say(language, 'Sources: ', '出处：')}${named.join('; ')}`;
}

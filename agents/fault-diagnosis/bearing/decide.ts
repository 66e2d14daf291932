import type { BearingGeometry } from '../../../src/methods/index.ts';
import type { Language } from '../../../src/workspace/index.ts';
import type { Fault } from '../answer.ts';
import { say, shown } from '../words.ts';
import type { DefectEvidence, MatchOptions } from './match-lines.ts';
import type { Defect, Stated } from './tables.ts';

/** The defect whose lines are strongest is present; where no line counts, none is. */
export function decideDefects(
  evidence: readonly DefectEvidence[],
  known: readonly Stated<Defect>[],
  geometry: Stated<BearingGeometry>,
  options: MatchOptions,
  language: Language,
): { readonly faults: readonly Fault[]; readonly derivation: readonly string[] } {
  const [strongest] = evidence
    .filter(({ strength }) => strength > 0)
    .toSorted((a, b) => b.strength - a.strength);
  const documented = known.map(({ value, citation }) => ({ ...value, citations: [citation] }));
  const named =
    documented.length > 0
      ? documented
      : evidence.map(({ code }) => ({ code, name: code, action: '', citations: [] }));
  const faults = named.map(({ code, name, action, citations }): Fault => {
    const own = evidence.find((each) => each.code === code);
    if (!own) return unknown(code, name, citations, language);
    const present = own === strongest;
    return {
      code,
      name,
      verdict: present ? 'present' : 'absent',
      reason: present ? shows(own, options, language) : showsNot(own, strongest, options, language),
      margins: marginsOf(own, options, language),
      action: present && action !== '' ? action : null,
      citations: [...citations, geometry.citation],
    };
  });
  return { faults, derivation: derivationOf(evidence, geometry.value, options, language) };
}

const unknown = (code: string, name: string, citations: Fault['citations'], language: Language): Fault => ({
  code,
  name,
  verdict: 'not_determinable',
  reason: say(
    language,
    'Its lines in the spectrum are not known to the procedure.',
    '诊断流程不知道它在谱中的特征频率。',
  ),
  margins: [],
  action: null,
  citations,
});

const times = (harmonic: number, code: string) => (harmonic === 1 ? code : `${harmonic} × ${code}`);

/** How far the line of each harmonic stands over the floor, against what counts. */
const marginsOf = (
  { code, matches }: DefectEvidence,
  { prominence: limit }: MatchOptions,
  language: Language,
): Fault['margins'] =>
  matches.map(({ harmonic, prominence }) => ({
    quantity: say(
      language,
      `line at ${times(harmonic, code)} over the envelope floor`,
      `${times(harmonic, code)} 谱线与包络谱本底之比`,
    ),
    value: prominence,
    relation: '>=',
    limit,
    unit: null,
    margin: limit - prominence,
  }));

function shows(
  { code, matches, sidebands }: DefectEvidence,
  { prominence }: MatchOptions,
  language: Language,
): string {
  const lines = matches
    .filter(({ counts }) => counts)
    .map(({ harmonic, expected, line, prominence: over }) =>
      say(
        language,
        `${times(harmonic, code)} expected at ${shown(expected)} Hz, line at ${shown(line.frequency)} Hz, ${shown(over)} times the floor (counts from ${shown(prominence)})`,
        `${times(harmonic, code)} 应在 ${shown(expected)} Hz，谱线在 ${shown(line.frequency)} Hz，为本底的 ${shown(over)} 倍（达到 ${shown(prominence)} 倍计入）`,
      ),
    );
  const beside =
    sidebands > 0 ? [say(language, `${sidebands} sidebands beside them`, `其旁有 ${sidebands} 条边带`)] : [];
  return [...lines, ...beside].join('; ');
}

function showsNot(
  own: DefectEvidence,
  strongest: DefectEvidence | undefined,
  { tolerance, prominence }: MatchOptions,
  language: Language,
): string {
  if (strongest && own.strength > 0) {
    return say(
      language,
      `Its lines are weaker than those of ${strongest.code} (sum of amplitudes ${shown(own.strength)} against ${shown(strongest.strength)}).`,
      `其谱线弱于 ${strongest.code}（幅值之和 ${shown(own.strength)} 对 ${shown(strongest.strength)}）。`,
    );
  }
  return say(
    language,
    `No line within ${shown(100 * tolerance)} % of ${shown(own.frequency)} Hz or its harmonics stands out ${shown(prominence)} times the floor.`,
    `在 ${shown(own.frequency)} Hz 及其谐波的 ${shown(100 * tolerance)} % 范围内，没有谱线达到本底的 ${shown(prominence)} 倍。`,
  );
}

function derivationOf(
  evidence: readonly DefectEvidence[],
  { rollingElements, ballDiameter, pitchDiameter, contactAngle }: BearingGeometry,
  { shaft }: MatchOptions,
  language: Language,
): string[] {
  const inputs = `f = ${shaft} Hz, n = ${rollingElements}, d = ${ballDiameter} mm, D = ${pitchDiameter} mm, α = ${contactAngle}°`;
  return evidence.map(
    ({ code, formula, frequency }) =>
      `${code}: ${formula} = ${frequency} Hz${say(language, ` with ${inputs}`, `，其中 ${inputs}`)}`,
  );
}

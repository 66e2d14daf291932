import type { Language, QualityReport } from '../../workspace/index.ts';
import { html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import { page } from '../page.ts';
import { badge, bullets, code, keyValues, note, section } from '../parts.ts';
import { words } from './page-words.ts';
import { marked, sayIn } from './say.ts';
import { definitions, profile } from './sections/basis.ts';
import { brief } from './sections/brief.ts';
import { findings } from './sections/findings.ts';
import { gates } from './sections/gates.ts';
import { measures } from './sections/measures.ts';
import { pictures, picturesNote } from './sections/pictures.ts';
import { proposals } from './sections/proposals.ts';
import { requirements } from './sections/requirements.ts';
import { byKind } from './values.ts';
import { verdictWords } from './words.ts';

/** Kinds of findings beside the verdict. */
const mostReasons = 6;

/** A quality report as one HTML page. */
export function renderQualityHtml(report: QualityReport, language: Language): string {
  const say = sayIn(language);
  const [tone, verdict] = verdictWords[report.verdict];
  const grave = byKind(report.findings.filter(({ severity }) => severity !== 'info')).slice(0, mostReasons);
  const drawn = report.pictures.some(({ rows }) => rows > 0);
  return page({
    title: `${say(words.title)}: ${report.dataset}`,
    language,
    subtitle: report.scenario === null ? say(words.generalUse) : `${say(words.scenario)}: ${report.scenario}`,
    footer: `${report.tool} · ${report.dataset} · ${report.hash.slice(0, 12)} · ${report.measuredAt}`,
    body: [
      note(tone, [
        html`<p class="verdict">${say(words.verdict)}: ${badge(tone, say(verdict))}</p>`,
        grave.length > 0 &&
          bullets(
            grave.map(([first, ...others]) => [
              first && marked(say(first.message)),
              others.length > 0 &&
                html` <span class="muted">${say(words.moreOfKind, { n: others.length })}</span>`,
            ]),
          ),
      ]),
      section(say(words.gates), gates(report, say)),
      report.requirements.length > 0 && section(say(words.requirements), requirements(report, say)),
      section(
        `${say(words.findings)}${report.findings.length > 0 ? ` (${report.findings.length})` : ''}`,
        findings(report, language, say),
      ),
      section(say(words.brief), brief(report, say)),
      drawn && section(say(words.pictures), [picturesNote(say), pictures(report, say)]),
      section(say(words.measures), measures(report, language, say)),
      report.proposals.length > 0 && section(say(words.proposals), proposals(report, say)),
      section(say(words.definitions), definitions(report, say)),
      section(`${say(words.profile)}: ${report.profile}`, profile(report, say)),
      keyValues([
        [say(words.dataset), code(report.dataset)],
        [say(words.version), html`<code title="${report.hash}">${report.hash.slice(0, 12)}</code>`],
        [say(words.measuredAt), report.measuredAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
        [say(words.tool), report.tool],
        [say(words.seconds), `${formatNumber(report.seconds)} s`],
      ]),
    ],
  });
}

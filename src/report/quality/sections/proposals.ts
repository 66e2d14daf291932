import type { QualityReport } from '../../../workspace/index.ts';
import type { Content } from '../../html.ts';
import { formatShare } from '../../numbers.ts';
import { code, codeBlock, paragraph } from '../../parts.ts';
import { table } from '../../table.ts';
import { words } from '../page-words.ts';
import { marked, type Say } from '../say.ts';
import { acceptCommand } from '../values.ts';
import { propertyWords } from '../words.ts';

/** What the values suggest; nobody has said yes to it. */
export function proposals(report: QualityReport, say: Say): Content {
  return [
    paragraph(say(words.proposalsNote)),
    codeBlock(acceptCommand(report)),
    table(
      [
        say(words.id),
        say(words.property),
        say(words.proposed),
        { title: say(words.confidence), number: true },
        say(words.reason),
      ],
      report.proposals.map(({ id, property, value, confidence, reason }) => [
        code(id),
        say(propertyWords[property]),
        code(typeof value === 'string' ? value : JSON.stringify(value)),
        formatShare(confidence),
        marked(say(reason)),
      ]),
    ),
  ];
}

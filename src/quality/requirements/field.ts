import { type Answer, bestOf, type Place, type RequirementOf, type Subject } from './answer.ts';
import { converts } from './units.ts';

/** A field of this name is there, in a unit that converts and with this role. */
export function fieldAnswer(wanted: RequirementOf<'field'>, subject: Subject): Promise<Answer> {
  return bestOf(wanted.field, subject, (place) => unitAnswer(wanted, place) ?? roleAnswer(wanted, place));
}

function unitAnswer({ unit: wanted }: RequirementOf<'field'>, { facts, by }: Place): Answer | null {
  if (wanted === undefined) return null;
  const { unit } = facts.field;
  if (unit === null) {
    return {
      status: 'not_measured',
      reason: {
        zh: `\`${by}\` 的单位未知，无法判断能否换算为 ${wanted}。`,
        en: `The unit of \`${by}\` is unknown, so nobody can say whether it converts to ${wanted}.`,
      },
    };
  }
  if (converts(unit, wanted)) return null;
  return {
    status: 'missing',
    reason: {
      zh: `\`${by}\` 的单位是 ${unit.symbol}，不能换算为 ${wanted}。`,
      en: `\`${by}\` is in ${unit.symbol}, which does not convert to ${wanted}.`,
    },
  };
}

function roleAnswer({ role: wanted }: RequirementOf<'field'>, { facts, by, table }: Place): Answer {
  const { role } = facts.field;
  if (wanted !== undefined && role !== wanted) {
    return role === null
      ? {
          status: 'not_measured',
          reason: { zh: `\`${by}\` 的用途未声明。`, en: `The role of \`${by}\` is not declared.` },
        }
      : {
          status: 'partly',
          reason: {
            zh: `\`${by}\` 的用途是 ${role}，而非 ${wanted}。`,
            en: `\`${by}\` has the role ${role}, not ${wanted}.`,
          },
        };
  }
  return {
    status: 'met',
    reason: {
      zh: `字段 \`${by}\` 有 ${facts.present} 个值（共 ${table.rows} 条记录）。`,
      en: `The field \`${by}\` has ${facts.present} values in ${table.rows} records.`,
    },
  };
}

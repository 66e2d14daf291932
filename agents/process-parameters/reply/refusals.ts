import type { Language } from '../../../src/workspace/index.ts';
import type { Note, ProcessParametersAnswer } from '../answer.ts';
import type { DatasetSearch, FoundDataset } from '../evidence/find-dataset.ts';
import type { Quantity } from '../question/quantities.ts';
import { say } from '../setpoints/situation.ts';
import { declined } from './compose.ts';

const list = (language: Language, values: readonly (string | number)[]) =>
  values.map((value) => String(value).trim()).join(language === 'zh' ? '、' : ', ');

export function outOfScope(language: Language): ProcessParametersAnswer {
  return declined(
    'out_of_scope',
    say(
      language,
      'This agent answers questions about tempering of steel: temperature, holding time and hardness. The question is about something else.',
      '本智能体回答钢的回火问题：温度、保温时间与硬度。这个问题与此无关。',
    ),
    {
      next_check: say(
        language,
        'Ask for a tempering temperature with steel, target hardness and holding time.',
        '请给出钢种、目标硬度和保温时间来询问回火温度。',
      ),
    },
  );
}

export function noData(
  language: Language,
  { lacks, said }: Extract<DatasetSearch, { readonly lacks: string }>,
): ProcessParametersAnswer {
  const because = said && say(language, ` (${said})`, `（${said}）`);
  const what: Readonly<Record<typeof lacks, Note>> = {
    datasets: {
      code: 'dataset',
      text: say(
        language,
        `Missing: the workspace serves no dataset${because}.`,
        `缺少：工作区没有提供数据集${because}。`,
      ),
    },
    fields: {
      code: 'fields',
      text: say(
        language,
        'Missing: no dataset has columns for steel, tempering temperature, holding time and hardness with their units.',
        '缺少：没有数据集同时含有钢种、回火温度、保温时间和硬度列及其单位。',
      ),
    },
    rows: {
      code: 'rows',
      text: say(
        language,
        `Missing: a dataset on tempering is described, but its rows could not be read${because}.`,
        `缺少：目录描述了回火数据集，但读不到数据行${because}。`,
      ),
    },
  };
  return declined(
    'no_data',
    say(
      language,
      'There are no data to answer this from, so no number is given.',
      '没有可依据的数据，因此不给出任何数值。',
    ),
    {
      missing: [what[lacks]],
      next_check: say(
        language,
        'Next: add a dataset of tempering results with units to the workspace.',
        '下一步：向工作区加入带单位的回火结果数据集。',
      ),
    },
  );
}

export function contradiction(
  language: Language,
  pairs: readonly (readonly [string, string])[],
): ProcessParametersAnswer {
  const named = pairs.map(([a, b]) => say(language, `${a} and ${b}`, `${a} 与 ${b}`)).join('; ');
  return declined(
    'conflict',
    say(
      language,
      `The question contradicts itself: ${named} cannot both hold. No setpoint is recommended.`,
      `问题自相矛盾：${named} 不能同时成立。不给出设定值。`,
    ),
    { next_check: say(language, 'Say which of them holds.', '请说明以哪一个为准。') },
  );
}

export function unknownMaterial(
  language: Language,
  { id, hash, materials }: FoundDataset,
  named: string,
): ProcessParametersAnswer {
  const there = list(language, materials);
  return declined(
    named ? 'unknown_material' : 'incomplete_question',
    named
      ? say(
          language,
          `${id} has no material that matches "${named}". It has: ${there}.`,
          `${id} 中没有与“${named}”对应的材料。已有：${there}。`,
        )
      : say(
          language,
          `The question names no material of ${id}. It has: ${there}.`,
          `问题没有指明 ${id} 中的材料。已有：${there}。`,
        ),
    {
      dataset: id,
      dataset_hash: hash,
      missing: [
        { code: 'material', text: say(language, 'Not determined: the material.', '未能确定：材料。') },
      ],
      next_check: say(
        language,
        'Ask for one of these materials, or add results of the steel wanted.',
        '请改问其中一种材料，或补充所需钢种的数据。',
      ),
    },
  );
}

export function ambiguousMaterial(
  language: Language,
  { id, hash }: FoundDataset,
  values: readonly (string | number)[],
): ProcessParametersAnswer {
  return declined(
    'ambiguous_material',
    say(
      language,
      `Several materials of ${id} match the question: ${list(language, values)}.`,
      `${id} 中有多种材料与问题相符：${list(language, values)}。`,
    ),
    {
      dataset: id,
      dataset_hash: hash,
      next_check: say(language, 'Name exactly one of them.', '请指明其中一种。'),
    },
  );
}

export function incomplete(language: Language, { id, hash }: FoundDataset): ProcessParametersAnswer {
  return declined(
    'incomplete_question',
    say(
      language,
      'The question names neither a target hardness nor a tempering temperature, so there is nothing to compute.',
      '问题既没有目标硬度也没有回火温度，无从计算。',
    ),
    {
      dataset: id,
      dataset_hash: hash,
      next_check: say(
        language,
        'Name the target hardness, or the temperature, each with its unit.',
        '请给出带单位的目标硬度或温度。',
      ),
    },
  );
}

export function otherScale(
  language: Language,
  { id, hash, fields }: FoundDataset,
  { stated }: Quantity,
): ProcessParametersAnswer {
  const scale = fields.hardness.unit.symbol;
  return declined(
    'insufficient_data',
    say(
      language,
      `The target is ${stated}, but ${id} measures hardness in ${scale}. Hardness scales convert only by tables for the material, and none is available here.`,
      `目标为 ${stated}，而 ${id} 的硬度单位是 ${scale}。硬度标尺之间只能按材料的换算表换算，此处没有。`,
    ),
    {
      dataset: id,
      dataset_hash: hash,
      missing: [
        {
          code: 'hardness_conversion',
          text: say(language, `Missing: the target in ${scale}.`, `缺少：以 ${scale} 表示的目标。`),
        },
      ],
      next_check: say(language, `Give the target in ${scale}.`, `请以 ${scale} 给出目标。`),
    },
  );
}

export function unfit(
  language: Language,
  { id, hash }: FoundDataset,
  reasons: readonly string[],
): ProcessParametersAnswer {
  const why = reasons.join(' ');
  return declined(
    'unfit_data',
    say(
      language,
      `The quality report calls ${id} unfit, so no number is taken from it. ${why}`.trim(),
      `质量报告判定 ${id} 不适用，因此不从中取任何数值。${why}`,
    ),
    {
      dataset: id,
      dataset_hash: hash,
      next_check: say(
        language,
        'Next: mend what the quality report names, and ask again.',
        '下一步：按质量报告修正数据后再问。',
      ),
    },
  );
}

export function noRows(
  language: Language,
  { id, hash }: FoundDataset,
  material: string,
  said: string,
): ProcessParametersAnswer {
  const because = said && say(language, ` (${said})`, `（${said}）`);
  return declined(
    'insufficient_data',
    say(
      language,
      `${id} has no complete row of ${material}${because}.`,
      `${id} 中没有 ${material} 的完整数据行${because}。`,
    ),
    {
      dataset: id,
      dataset_hash: hash,
      material,
      next_check: say(language, 'Next: complete these rows.', '下一步：补全这些数据行。'),
    },
  );
}

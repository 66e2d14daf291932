import type { Language } from '../../../src/workspace/index.ts';
import type { Note } from '../answer.ts';
import type { FoundDataset } from '../evidence/find-dataset.ts';
import type { Documented, Specification } from '../evidence/specification.ts';
import type { Asked } from '../question/read-question.ts';
import { hours, note, shown } from '../reply/compose.ts';
import type { Measurement, Situation } from './situation.ts';

/** The holding time with most rows; the shorter of two that tie. For questions that name none. */
export function usualTime(rows: readonly Measurement[]): number {
  const counts = new Map<number, number>();
  for (const { time } of rows) counts.set(time, (counts.get(time) ?? 0) + 1);
  const [top] = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b);
  return top?.[0] ?? Number.NaN;
}

export function timeAssumed(situation: Situation, time: number): Note {
  return note(
    situation,
    'time_assumed',
    `The question names no holding time: ${hours(time)} is taken, the time with most rows of ${situation.material}.`,
    `问题没有给出保温时间：取 ${hours(time)}，即 ${situation.material} 数据行最多的时间。`,
  );
}

/** What was read into the question or the documents, and must therefore be said. */
export function assumptions(
  language: Language,
  asked: Asked,
  { id, generated, fields }: FoundDataset,
  specification: Specification,
): readonly Note[] {
  const at = { language };
  const aside = asked.setAside.map(({ stated }) => stated).join(', ');
  const scale = fields.hardness.unit.symbol;
  const converted = [asked.temperature, asked.temperatureMin, asked.temperatureMax].flatMap((quantity) =>
    quantity && quantity.unit !== fields.temperature.unit
      ? [`${quantity.stated} = ${shown(quantity.value, fields.temperature.unit)}`]
      : [],
  );
  const disputed = [
    specification.temperature.min,
    specification.temperature.max,
    specification.constant,
    specification.tolerance,
    ...specification.embrittlement.flatMap(({ min, max }) => [min, max]),
  ].flatMap((parameter) => (parameter && parameter.disputed.length > 0 ? [parameter] : []));
  return [
    ...(generated ? [note(at, 'generated', `${id} was made by a simulator.`, `${id} 由仿真器生成。`)] : []),
    ...(asked.hardness?.assumed
      ? [
          note(
            at,
            'unit_assumed',
            `The target is read in ${scale}, the unit of the data.`,
            `目标按数据的单位 ${scale} 理解。`,
          ),
        ]
      : []),
    ...(converted.length > 0
      ? [note(at, 'converted', `Converted: ${converted.join(', ')}.`, `换算：${converted.join('，')}。`)]
      : []),
    ...(aside
      ? [
          note(
            at,
            'set_aside',
            `Not used, as it belongs to the state before tempering: ${aside}.`,
            `未使用（属于回火之前的状态）：${aside}。`,
          ),
        ]
      : []),
    ...(specification.undeclared.length > 0
      ? [
          note(
            at,
            'undeclared_document',
            `No document says that it describes ${id}: the limits come from ${specification.undeclared.join(', ')}, which names no dataset.`,
            `没有文档声明描述 ${id}：限值取自未指明数据集的 ${specification.undeclared.join('、')}。`,
          ),
        ]
      : []),
    ...disputed.map((parameter) => dispute(language, parameter)),
  ];
}

function dispute(language: Language, { value, from, disputed }: Documented): Note {
  const said = disputed.map((row) => `${row.document}: ${row.value}${row.unit && ` ${row.unit}`}`).join('; ');
  return note(
    { language },
    'documents_disagree',
    `The documents disagree on ${from.code} (${said}); ${value} is used.`,
    `文档对 ${from.code} 说法不一（${said}）；采用 ${value}。`,
  );
}

/** What no document or field says, and what follows from that. */
export function gaps(
  language: Language,
  { id, fields }: FoundDataset,
  { temperature, constant, embrittlement, problems }: Specification,
): readonly Note[] {
  const at = { language };
  const { range } = fields.temperature;
  const limited =
    (temperature.min ?? range.min) !== undefined && (temperature.max ?? range.max) !== undefined;
  return [
    ...problems.map((said) =>
      note(
        at,
        'documents',
        `Missing: documents could not be read (${said}).`,
        `缺少：文档无法读取（${said}）。`,
      ),
    ),
    ...(constant
      ? []
      : [
          note(
            at,
            'hollomon_jaffe_constant',
            `Missing: no document of ${id} states hollomon_jaffe_constant, so holding times cannot be converted into each other.`,
            `缺少：${id} 的文档没有给出 hollomon_jaffe_constant，不同保温时间之间无法换算。`,
          ),
        ]),
    ...(limited
      ? []
      : [
          note(
            at,
            'tempering_temperature_window',
            `Missing: neither a document of ${id} nor its ${fields.temperature.id} field states both tempering_temperature_min and tempering_temperature_max, so the window could not be checked in full.`,
            `缺少：${id} 的文档和 ${fields.temperature.id} 字段都没有同时给出 tempering_temperature_min 和 tempering_temperature_max，无法完整核对窗口。`,
          ),
        ]),
    ...(embrittlement.some(({ min, max }) => min && max)
      ? []
      : [
          note(
            at,
            'temper_embrittlement',
            `Missing: no document of ${id} states temper_embrittlement_min and temper_embrittlement_max, so embrittlement could not be checked.`,
            `缺少：${id} 的文档没有给出 temper_embrittlement_min 和 temper_embrittlement_max，无法核对回火脆性。`,
          ),
        ]),
  ];
}

export function unread(language: Language, { id }: FoundDataset, rows: number): Note {
  return note(
    { language },
    'rows',
    `Not all rows of this material in ${id} could be read: the answer rests on the first ${rows}.`,
    `${id} 中该材料的数据行未能全部读取：结果只依据前 ${rows} 行。`,
  );
}

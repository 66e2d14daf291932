import type {
  DatasetEntry,
  Language,
  MeasureResult,
  Requirement,
  RequirementResult,
  Text,
} from '../../workspace/index.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { inBoth } from '../findings/words.ts';

/** What requirements are held to. */
export interface Subject {
  readonly entry: DatasetEntry;
  readonly tables: readonly TableFacts[];
  readonly measures: readonly MeasureResult[];
  readonly now: Date;
}

export type Answer = Pick<RequirementResult, 'status' | 'by' | 'target' | 'actual' | 'reason'>;

export type RequirementOf<Kind extends Requirement['kind']> = Extract<Requirement, { kind: Kind }>;

/** A field that a requirement may mean. */
export interface Place {
  readonly table: TableFacts;
  readonly facts: FieldFacts;
  /** `record_set.field`. */
  readonly by: string;
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
const withoutUnit = (name: string): string =>
  plain(name.replace(/[[(（【][^[\](（【】）)]*[\])）】]\s*$/u, ''));

/** The fields with one of the names: as id, as name with or without its unit, or as title. */
export function placesOf(names: readonly string[], tables: readonly TableFacts[]): readonly Place[] {
  const wanted = new Set(names.map(plain));
  return tables.flatMap((table) =>
    table.fields
      .filter(({ field: { id, name, title } }) =>
        [plain(id), plain(name), withoutUnit(name), plain(title?.zh ?? ''), plain(title?.en ?? '')].some(
          (one) => one !== '' && wanted.has(one),
        ),
      )
      .map((facts) => ({ table, facts, by: `${table.recordSet.id}.${facts.field.id}` })),
  );
}

const order: readonly RequirementResult['status'][] = ['met', 'partly', 'not_measured', 'missing'];

/** The answer of the field that comes nearest to what is asked; `missing` where there is none. */
export async function bestOf(
  names: readonly string[],
  { tables }: Subject,
  answerOf: (place: Place) => Answer | Promise<Answer>,
): Promise<Answer> {
  const answers: Answer[] = [];
  for (const place of placesOf(names, tables)) {
    const answer =
      place.facts.present > 0 || place.table.rows === 0 ? await answerOf(place) : withoutValues(place);
    answers.push({ by: place.by, ...answer });
  }
  const [best] = answers.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return best ?? { status: 'missing', reason: noField(names) };
}

function withoutValues({ by }: Place): Answer {
  return {
    status: 'missing',
    reason: { zh: `字段 \`${by}\` 没有值。`, en: `The field \`${by}\` has no value.` },
  };
}

function noField(names: readonly string[]): Text {
  return inBoth((language) =>
    language === 'zh'
      ? `没有名为 ${either(names, 'zh')} 的字段。`
      : `There is no field named ${either(names, 'en')}.`,
  );
}

export function either(names: readonly string[], language: Language): string {
  return names.map((name) => `\`${name}\``).join(language === 'zh' ? ' 或 ' : ' or ');
}

/** All of what was asked for, some of it, or none. */
export function statusOf(count: number, of: number): Answer['status'] {
  if (count >= of) return 'met';
  return count > 0 ? 'partly' : 'missing';
}

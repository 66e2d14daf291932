import type { BearingGeometry } from '../../../src/methods/index.ts';
import type { Language } from '../../../src/workspace/index.ts';
import type { DocumentSearch } from '../../shared/read-documents.ts';
import type { Note } from '../answer.ts';
import { documentNames } from '../situation.ts';
import { say } from '../words.ts';
import { agreed, geometries, parameters, type Stated } from './tables.ts';

/** What the documents must state before a spectrum can be judged. */
export interface Basis {
  readonly geometry: Stated<BearingGeometry> | undefined;
  /** Relative distance at which a line belongs to a frequency. */
  readonly tolerance: Stated<number> | undefined;
  /** How often a line must stand over the floor to count. */
  readonly prominence: Stated<number> | undefined;
  readonly missing: readonly Note[];
}

export function basisFor(bearing: string | undefined, search: DocumentSearch, language: Language): Basis {
  const { documents } = search;
  const looked = documentNames(search, language);
  const missing: Note[] = [];
  const need = <T>(
    code: string,
    what: string,
    found: ReturnType<typeof agreed<T>>,
  ): Stated<T> | undefined => {
    if (found.one === undefined) {
      missing.push({
        code,
        text: found.conflict
          ? say(
              language,
              `The documents contradict each other on ${what}: ${looked}.`,
              `各文档关于${what}的说法相互矛盾：${looked}。`,
            )
          : say(
              language,
              `No document states ${what}; looked in: ${looked}.`,
              `没有文档给出${what}；已查：${looked}。`,
            ),
      });
    }
    return found.one;
  };
  const rows = geometries(documents).filter(
    ({ value }) => bearing !== undefined && sameName(value.bearing, bearing),
  );
  const type = bearing ?? say(language, 'the bearing', '该轴承');
  return {
    geometry: need(
      'bearing_geometry',
      say(
        language,
        `the geometry of ${type} (rolling elements, ball and pitch diameter, contact angle)`,
        `${type} 的几何参数（滚动体数、滚动体直径、节圆直径、接触角）`,
      ),
      agreed(rows, language, (value) => JSON.stringify(value)),
    ),
    tolerance: need(
      'match_tolerance',
      'match_tolerance',
      agreed(parameters(documents, 'match_tolerance'), language, String),
    ),
    prominence: need(
      'minimum_prominence',
      'minimum_prominence',
      agreed(parameters(documents, 'minimum_prominence'), language, String),
    ),
    missing,
  };
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

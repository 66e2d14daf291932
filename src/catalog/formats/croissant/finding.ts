import type { Text } from '../../../workspace/index.ts';

/**
 * How strictly a file is held to the format: `specification` asks for all that the specification requires,
 * `reference-compatible` for what MLCommons' own reader cannot do without.
 */
export const croissantLevels = ['specification', 'reference-compatible'] as const;
export type CroissantLevel = (typeof croissantLevels)[number];

/** Something in a Croissant file that is wrong, or that its reader should know. */
export interface CroissantFinding {
  /** Stable name of the rule. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** JSON pointer (RFC 6901) into the file. */
  readonly pointer: string;
  readonly message: Text & { readonly zh: string; readonly en: string };
  readonly fix: Text & { readonly zh: string; readonly en: string };
}

type Sentence = CroissantFinding['message'];

/** Collects findings at one level: `strict` ones are errors at `specification` and warnings else. */
export interface Report {
  readonly findings: CroissantFinding[];
  error(rule: string, pointer: string, message: Sentence, fix: Sentence): void;
  strict(rule: string, pointer: string, message: Sentence, fix: Sentence): void;
  warning(rule: string, pointer: string, message: Sentence, fix: Sentence): void;
}

export function reportAt(level: CroissantLevel): Report {
  const findings: CroissantFinding[] = [];
  const add =
    (severity: 'error' | 'warning') =>
    (rule: string, pointer: string, message: Sentence, fix: Sentence): void => {
      findings.push({ rule, severity, pointer, message, fix });
    };
  return {
    findings,
    error: add('error'),
    strict: add(level === 'specification' ? 'error' : 'warning'),
    warning: add('warning'),
  };
}

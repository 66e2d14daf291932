import { createContext, Script } from 'node:vm';

/** Milliseconds for all texts of a field. */
const patience = 2_000;

const script = new Script(
  "const whole = new RegExp('^(?:' + pattern + ')$', 'u'); texts.map((text) => whole.test(text))",
);

/**
 * Which of the texts a regular expression matches as a whole. `null` where it is none, or takes too long: a pattern comes
 * from outside, and one that backtracks must not stop a report.
 */
export function wholeMatches(pattern: string, texts: readonly string[]): readonly boolean[] | null {
  try {
    const found: unknown = script.runInContext(createContext({ pattern, texts }), { timeout: patience });
    return Array.isArray(found) ? found.map(Boolean) : null;
  } catch {
    return null;
  }
}

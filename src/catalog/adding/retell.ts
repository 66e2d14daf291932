import { ZhujiError } from '../../workspace/index.ts';

/** The same error about the file as the user knows it: the copy that was read has a path that says nothing to anybody. */
export function retell(error: unknown, copy: string, original: string): unknown {
  if (!ZhujiError.is(error)) return error;
  const [en, zh] = [error.in('en'), error.in('zh')];
  const told = (text: string): string => text.replaceAll(copy, original);
  const details = Object.entries(error.details).map(([name, value]) => [
    name,
    value === copy ? original : value,
  ]);
  return new ZhujiError(
    error.code,
    { en: told(en.message), zh: told(zh.message) },
    {
      recovery: { en: told(en.recovery), zh: told(zh.recovery) },
      details: Object.fromEntries(details),
      cause: error,
    },
  );
}

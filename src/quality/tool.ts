import { packageVersion } from '../workspace/version.ts';

/** What a report says it was made with. */
export const toolVersion = `zhuji ${packageVersion()}`;

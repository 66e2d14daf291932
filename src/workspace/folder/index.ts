export { idFrom, isId } from './ids.ts';
export { initWorkspace } from './init.ts';
export { type Layout, layoutOf, manifestName } from './layout.ts';

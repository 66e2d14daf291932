export { flushFolder, writeAtomically } from './atomic-write.ts';
export { findWorkspace } from './find.ts';
export { hashOfFiles, sha256OfFile } from './hash.ts';
export { idFrom, isId } from './ids.ts';
export { initWorkspace } from './init.ts';
export { type Layout, layoutOf, manifestName } from './layout.ts';
export { withWriteLock } from './lock.ts';
export { idRule, type Manifest, manifestSchema, readManifest } from './manifest.ts';
export { isInnerPath, resolveInside } from './safe-path.ts';
export {
  abandonedStaging,
  commitStaging,
  placeFolder,
  recoverStaging,
  type Staging,
  withStaging,
} from './staging.ts';
export { readYaml } from './yaml.ts';

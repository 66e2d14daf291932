import { readYaml } from '../workspace/folder/index.ts';
import { type DatasetDeclaration, datasetDeclaration } from './declaration.ts';

/** Reads a declaration that a publisher wrote in YAML. Errors: `invalid_metadata` with file and line, `not_found`, `too_large`. */
export async function readDeclaration(file: string): Promise<DatasetDeclaration> {
  return readYaml(file, datasetDeclaration, 'invalid_metadata');
}

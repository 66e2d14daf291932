import { createDatabase } from '../session.ts';

/** Version of the embedded engine, e.g. `v1.5.6`; throws where it cannot be loaded. */
export async function tableEngineVersion(): Promise<string> {
  const database = await createDatabase({ memory: '100MB', threads: 1 });
  try {
    const connection = await database.connect();
    const reader = await connection.runAndReadAll('SELECT version()');
    connection.closeSync();
    return String(reader.getRows()[0]?.[0]);
  } finally {
    database.closeSync();
  }
}

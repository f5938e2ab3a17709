// The lower bound: exactly the statements of a match, with their values, and nothing else, through node-postgres. Runs in its own process.
import pg from 'pg';
import { askInALoop } from './loop.mjs';

process.on('message', async ({ connection, statements, how }) => {
  // As many connections as a service has.
  const pool = new pg.Pool({ ...connection, max: 4, idleTimeoutMillis: 0 });
  let next = 0;
  const asked = await askInALoop(how, async () => {
    for (const statement of statements[next++ % statements.length]) await pool.query(statement);
  });
  await pool.end();
  process.send({ ...asked, statements: statements.reduce((sum, sent) => sum + sent.length, 0) / statements.length });
});

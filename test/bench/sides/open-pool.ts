import pg from 'pg';
import { POOL_SIZE } from '../sample.js';

/** A pool of the size that every side has. The server may be stopped while the last of its connections end: nobody minds. */
export function openPool(databaseUrl: string, settings: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE, ...settings });
  pool.on('error', () => undefined);
  return pool;
}

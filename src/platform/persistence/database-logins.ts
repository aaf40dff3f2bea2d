import pg from 'pg';

/** With what the web process and the worker sign in to the database, as addresses that hold their passwords. */
export interface DatabaseLogins {
  readonly web: string;
  readonly worker: string;
}

/** The roles that the migrations give their rights to. */
const ROLE_OF = { web: 'handover_web', worker: 'handover_worker' } as const satisfies Record<
  keyof DatabaseLogins,
  string
>;

/**
 * The logins of a database that is the product's alone, as those of `npm start` and the tests are: beside the owner's, with its
 * password.
 */
export function loginsBeside(ownerUrl: string): DatabaseLogins {
  return { web: asUser(ownerUrl, 'handover_web_login'), worker: asUser(ownerUrl, 'handover_worker_login') };
}

/**
 * Makes the logins of a migrated database, or gives those that are there their passwords anew. They own nothing: what they may
 * do, the migrations grant to the roles that they are members of.
 *
 * @param ownerUrl the address with which the tables were made
 * @throws Error when a login is the owner itself, or has no password.
 */
export async function makeLogins(ownerUrl: string, logins: Partial<DatabaseLogins>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    // Two that start at once would both find the login missing.
    await client.query('SELECT pg_advisory_xact_lock(4837203)');
    for (const process of ['web', 'worker'] as const) {
      const url = logins[process];
      if (url !== undefined) await makeLogin(client, url, process);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function makeLogin(client: pg.Client, url: string, process: keyof DatabaseLogins): Promise<void> {
  const { username, password } = userOf(url);
  if (username === '' || password === '')
    throw new Error(`The login of the ${process} process needs a name and a password in its address`);
  if (username === client.user)
    throw new Error(`The login of the ${process} process must not be that of the owner of the tables`);
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('%s ROLE %I LOGIN PASSWORD %L', CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = $1)
       THEN 'ALTER' ELSE 'CREATE' END, $1::text, $2::text) AS statement
     UNION ALL SELECT format('GRANT ${ROLE_OF[process]} TO %I', $1::text)`,
    [username, password],
  );
  for (const { statement } of rows) await client.query(statement);
}

function userOf(url: string): { readonly username: string; readonly password: string } {
  const { username, password } = new URL(url);
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

function asUser(ownerUrl: string, name: string): string {
  const url = new URL(ownerUrl);
  url.username = name;
  return url.href;
}

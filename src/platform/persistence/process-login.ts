import type { DataSource } from 'typeorm';

/** For which process a login is. */
export type DatabaseProcess = 'web' | 'worker';

/** The login with which a process came to the database could do what the process must not. */
export class UnboundLogin extends Error {
  override readonly name = 'UnboundLogin';
}

interface Login {
  readonly name: string;
  readonly superuser: boolean;
  /** It, or a role that it could take, passes over policies. */
  readonly bypasses: boolean;
  /** A table that it, or a role that it could take, owns. */
  readonly owns: string | null;
  readonly is_web: boolean;
  readonly is_worker: boolean;
}

/**
 * Refuses a login for which the database would not keep organisations apart: to a superuser and to the owner of a table its
 * policies are only advice.
 *
 * @throws UnboundLogin saying which of it is so, and what to do.
 */
export async function refuseUnboundLogin(
  database: Pick<DataSource, 'query'>,
  process: DatabaseProcess,
): Promise<void> {
  const reason = reasonAgainst(await loginOf(database), process);
  if (reason === undefined) return;
  throw new UnboundLogin(
    `DATABASE_URL of the ${process} process ${reason}. Give it a login of its own: "migrate" makes the one that ${
      process === 'web' ? 'WEB_DATABASE_URL' : 'WORKER_DATABASE_URL'
    } names`,
  );
}

function reasonAgainst(login: Login, process: DatabaseProcess): string | undefined {
  const { name } = login;
  if (login.superuser)
    return `signs in as ${name}, a superuser, to whom every organisation’s rows would be shown`;
  if (login.bypasses) return `signs in as ${name}, which may pass over row-level security (BYPASSRLS)`;
  if (login.owns !== null)
    return `signs in as ${name}, which owns ${login.owns} or could take the role that does, and could change who sees it`;
  if (process === 'web' && login.is_worker)
    return `signs in as ${name}, a member of handover_worker, to which the rows of every organisation are shown`;
  if (process === 'web' ? !login.is_web : !login.is_worker)
    return `signs in as ${name}, which is no member of handover_${process} and may read nothing`;
  return undefined;
}

/** Who signed in, and not which role was taken since: what was taken can be given back. */
async function loginOf(database: Pick<DataSource, 'query'>): Promise<Login> {
  const [login] = await database.query<[Login]>(`
    SELECT session_user AS name,
      (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) AS superuser,
      EXISTS (SELECT FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(session_user, oid, 'MEMBER')) AS bypasses,
      (SELECT min(c.oid::regclass::text) FROM pg_class AS c
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text !~ '^pg_|^information_schema$'
         AND pg_has_role(session_user, c.relowner, 'MEMBER')) AS owns,
      pg_has_role(session_user, 'handover_web', 'MEMBER') AS is_web,
      pg_has_role(session_user, 'handover_worker', 'MEMBER') AS is_worker`);
  return login;
}

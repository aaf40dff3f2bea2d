import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the web process and the worker are to the database: roles that own nothing, which their logins are members of. */
const WEB = 'handover_web';
const WORKER = 'handover_worker';
const ROLES = [WEB, WORKER];

/** What the web process writes itself. Everything else in the schema it only reads. */
const WRITTEN_BY_WEB = ['idempotency_key', 'staff_directory', 'session', 'sign_in_attempt'];
const ALL = 'SELECT, INSERT, UPDATE, DELETE';

/**
 * The rights of the two processes. The web process reads of the read models what the policies of each table show it, and writes
 * none; the worker writes them and sees all. Neither can change a table, or take a right that it was not given.
 */
export class CreateDatabaseRoles1790001301000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const role of ROLES) {
      // Roles belong to the server and not to one database: another database of it may have made this one.
      await queryRunner.query(`
        DO $$ BEGIN
          CREATE ROLE ${role} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`);
      await queryRunner.query(`GRANT handover_events, handover_access_log TO ${role}`);
      await queryRunner.query(`GRANT USAGE ON SCHEMA public, people, read_model TO ${role}`);
      await queryRunner.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
      await queryRunner.query(`GRANT ${ALL} ON ALL TABLES IN SCHEMA people TO ${role}`);
      for (const schema of ['public', 'people']) {
        await queryRunner.query(
          `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${ALL} ON TABLES TO ${role}`,
        );
      }
    }
    await queryRunner.query(`GRANT INSERT, UPDATE, DELETE ON ${WRITTEN_BY_WEB.join(', ')} TO ${WEB}`);
    // A new reactor begins from now, and now is when the first process of a version starts, whichever it is.
    await queryRunner.query(`GRANT INSERT ON reactor_checkpoint TO ${WEB}`);
    await queryRunner.query(`GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${WORKER}`);
    await queryRunner.query('REVOKE INSERT, UPDATE, DELETE ON migrations FROM handover_worker');
    await queryRunner.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA read_model GRANT SELECT ON TABLES TO ${WEB}`);
    await queryRunner.query(
      `ALTER DEFAULT PRIVILEGES IN SCHEMA read_model GRANT ${ALL} ON TABLES TO ${WORKER}`,
    );
    // Whoever migrates also rebuilds and looks after the read models, and the policies hold for owners too.
    await queryRunner.query(`GRANT ${WORKER} TO CURRENT_USER`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const role of ROLES) {
      for (const schema of ['public', 'people', 'read_model']) {
        await queryRunner.query(
          `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} REVOKE ALL ON TABLES FROM ${role}`,
        );
        await queryRunner.query(`REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${role}`);
        await queryRunner.query(`REVOKE USAGE ON SCHEMA ${schema} FROM ${role}`);
      }
    }
  }
}

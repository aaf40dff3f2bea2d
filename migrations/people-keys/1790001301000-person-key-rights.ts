import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the logins of the web process and the worker use people's keys. They never own them. */
export class GrantPersonKeys1790001301000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const role of ['handover_web', 'handover_worker']) {
      // The keys may lie on a server of their own, where nobody has made the roles yet.
      await queryRunner.query(`
        DO $$ BEGIN
          CREATE ROLE ${role} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`);
      await queryRunner.query(`GRANT USAGE ON SCHEMA people_keys TO ${role}`);
      await queryRunner.query(`GRANT SELECT, INSERT, UPDATE ON people_keys.person_key TO ${role}`);
      await queryRunner.query(`REVOKE ALL ON people_keys_migrations FROM ${role}`);
      await queryRunner.query(`GRANT SELECT ON people_keys_migrations TO ${role}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const role of ['handover_web', 'handover_worker']) {
      await queryRunner.query(`REVOKE ALL ON people_keys.person_key FROM ${role}`);
      await queryRunner.query(`REVOKE USAGE ON SCHEMA people_keys FROM ${role}`);
      await queryRunner.query(`REVOKE ALL ON people_keys_migrations FROM ${role}`);
    }
  }
}

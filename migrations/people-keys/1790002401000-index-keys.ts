import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The key of each organisation's keyed hashes, wrapped like the keys of people: hashes stay as they are when the key-encryption
 * key is changed for another, and only what it wrapped is wrapped anew.
 */
export class CreateIndexKeys1790002401000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE people_keys.index_key (
        organisation text PRIMARY KEY,
        wrapped bytea NOT NULL,
        wrapped_with text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    for (const role of ['handover_web', 'handover_worker']) {
      await queryRunner.query(`GRANT SELECT, INSERT ON people_keys.index_key TO ${role}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Without its key nobody is found by name or number any more; one that is still derived can be made again.
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM people_keys.index_key) THEN
          RAISE EXCEPTION 'There are keys of hashes, and they are not dropped';
        END IF;
      END $$`);
    await queryRunner.query(`DROP TABLE people_keys.index_key`);
  }
}

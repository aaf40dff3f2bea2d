import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names of the people who use the product, kept apart from the events, which hold their subjects only. */
export class CreateStaffDirectory1790000102000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE staff_directory (
        issuer text NOT NULL,
        subject text NOT NULL,
        display_name text NOT NULL,
        organisation text NOT NULL,
        last_seen_on date NOT NULL,
        PRIMARY KEY (issuer, subject)
      )`);
    await queryRunner.query(`CREATE INDEX staff_directory_subject ON staff_directory (subject)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE staff_directory`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands beside a redundancy split: notice, an adviser's choice, settlement, and the difference to a recorded split. */
export class CreateRedundancyReferrals1790000601000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.redundancy_cost
        ADD COLUMN assessed json,
        ADD COLUMN details json,
        ADD COLUMN referred json,
        ADD COLUMN adjustment json`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.redundancy_cost
        DROP COLUMN assessed, DROP COLUMN details, DROP COLUMN referred, DROP COLUMN adjustment`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When continuous employment began, where that is not the first day of the job. */
export class CreateContinuousService1790000602000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE read_model.employment ADD COLUMN service json`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE read_model.employment DROP COLUMN service`);
  }
}

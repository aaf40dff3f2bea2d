import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The person behind the account that asked for a removal, where it is known: two accounts of one person are not two people. */
export class AddErasureRequesters1790002601000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE people.erasure_request ADD COLUMN requested_staff text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE people.erasure_request DROP COLUMN requested_staff');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The streams that a reactor holds back, because one of their events could not be read. */
export class CreateReactorParked1790000901000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reactor_parked (
        reactor text NOT NULL,
        stream text NOT NULL,
        reason text NOT NULL,
        since_position text NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now(),
        retry_wanted boolean NOT NULL DEFAULT false,
        PRIMARY KEY (reactor, stream)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE reactor_parked`);
  }
}
